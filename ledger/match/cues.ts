/** Words by which an article says that this is not the first time. */
const again =
  /\b(re-?arrest\w*|re-?detain\w*|re-?imprison\w*|again|anew|once (more|again)|(a )?(second|third|fourth) time|another \d+ days|back (in|to|into) (prison|jail|custody)|de nuevo|otra vez)\b|снова|вновь|повторно|опять|(второй|третий) раз|зноў|ізноў|паўторна|(другі|трэці) раз/iu;

/** Whether the words tell of a repetition. */
export const tellsRepetition = (quote: string): boolean => again.test(quote);

const correction =
  /^(?:[*•–—\-\s]*)(?:corrections?|correction appended|clarification|editor['’]s note|this (?:article|story|report|piece|page) (?:was|has been) (?:amended|corrected|updated|edited)|an earlier version of this|(?:updated?|amended|corrected)(?: on| at|:| to (?:add|reflect|correct|include))|исправлен[ои]|уточнени[ея]|обновлен[ои]|поправка|дополнено|в (?:более )?ранней версии|выпраўлен[ая]|удакладненне|абноўлена|fe de erratas|corrección|rectificación|actualizad[oa]|esta (?:nota|noticia) (?:fue|ha sido) (?:corregida|actualizada))/iu;
const maxCorrectionCharacters = 600;

/** Paragraphs in which the publisher says that something was corrected or updated. A date line alone says nothing. */
export function correctionsIn(paragraphs: readonly string[]): string[] {
  return paragraphs.filter(
    (text) =>
      text.length <= maxCorrectionCharacters && correction.test(text) && text.split(/\s+/).length >= 6,
  );
}

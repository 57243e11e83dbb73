import type { ReviewContext } from "../http/context.ts";
import { CsrfField } from "./layout.tsx";

/** Three steps for somebody who is here for the first time. */
export function Tour({ c }: { c: ReviewContext }) {
  return (
    <section class="card tour" aria-labelledby="tour">
      <h2 id="tour">Three things to know</h2>
      <ol class="steps">
        <li>
          <strong>Look at the words.</strong> Every event shows the sentences that tell it. The marks say what
          happened, who and where, and what makes it doubtful.
        </li>
        <li>
          <strong>Decide by one key.</strong> <kbd>y</kbd> confirms and brings the next, <kbd>x</kbd> rejects
          with a reason, <kbd>u</kbd> leaves it to somebody who is surer, <kbd>z</kbd> takes your last
          decision back.
        </li>
        <li>
          <strong>Nothing is lost.</strong> Decisions are kept beside what the sources say, with your name and
          time, and survive when articles are read anew. <kbd>?</kbd> shows all keys.
        </li>
      </ol>
      <form method="post" action="/tour/done">
        <CsrfField c={c} />
        <button class="primary" type="submit">
          Understood
        </button>
      </form>
    </section>
  );
}

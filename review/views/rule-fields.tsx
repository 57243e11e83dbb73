import type { Child } from "hono/jsx";
import { choosable, type Fields, tickable } from "../alerts/rule-form.ts";
import { Choices } from "./parts.tsx";
import { plain } from "./words.ts";

interface Props {
  fields: Fields;
  isNew: boolean;
  lists: readonly string[];
  targets: readonly string[];
  seesRestricted: boolean;
}

/** Everything that a rule can say, as fields of a form; their names are paths in the rule. */
export function RuleFields({ fields, isNew, lists, targets, seesRestricted }: Props) {
  const text = (name: string, title: string, more: Record<string, string | number | boolean> = {}) => (
    <label>
      {title}
      <input name={name} value={fields[name] ?? ""} {...more} />
    </label>
  );
  const ticks = (path: string, title: string, values: readonly string[], hint = "none ticked: any") => (
    <fieldset>
      <legend>
        {title} <span class="hint">{hint}</span>
      </legend>
      <div class="checks">
        {values.map((value) => (
          <label class="check">
            <input type="checkbox" name={`${path}:${value}`} checked={`${path}:${value}` in fields} />
            {plain(value)}
          </label>
        ))}
      </div>
    </fieldset>
  );
  const tick = (name: string, title: string) => (
    <label class="check">
      <input type="checkbox" name={name} checked={name in fields} /> {title}
    </label>
  );
  const choice = (name: Exclude<keyof typeof choosable, "digest.every">, title: string) => (
    <label>
      {title}
      <select name={name}>
        {choosable[name].map((value) => (
          <option value={value} selected={value === fields[name]}>
            {value}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <>
      <Part title="Rule">
        <div class="fields">
          {text("name", "Name", { required: true, maxlength: 120 })}
          {isNew
            ? text("id", "Id", { required: true, placeholder: "releases", pattern: "[a-z0-9][a-z0-9\\-]*" })
            : null}
          {choice("urgency", "Urgency")}
          {choice("language", "Language of the messages")}
        </div>
        {tick("enabled", "in force")}
        {targets.length === 0 ? (
          <p class="note bad">There are no targets: name some in the file of alerts first.</p>
        ) : (
          ticks("to", "To", targets, "one at least")
        )}
      </Part>
      <Part title="Which changes">
        {ticks("changes", "Changes", tickable.changes, "one at least")}
        {ticks("what.types", "Types of events", tickable["what.types"])}
        {ticks("what.assertions", "Told as", tickable["what.assertions"], "one at least")}
      </Part>
      <Part title="Who and where">
        <div class="fields">
          {text("who.persons", "Persons, by their ids", { placeholder: "anybody" })}
          {text("where.countries", "Countries, by two letters", { placeholder: "BY, RU" })}
          {text("where.facilities", "Places of detention, by their ids", { placeholder: "any" })}
        </div>
        {lists.length === 0 ? null : ticks("who.lists", "Lists", lists, "none ticked: anybody")}
      </Part>
      <Part title="Treatment and silence">
        <p class="hint">For the changes “condition” and “silence”.</p>
        {ticks("what.conditions", "Conditions", tickable["what.conditions"])}
        {ticks("what.clock.kinds", "Silence", tickable["what.clock.kinds"])}
        <div class="fields">
          {text("what.clock.minimumDays", "Days of silence at least", { type: "number", min: 1 })}
        </div>
      </Part>
      <Part title="How sure">
        <div class="fields">
          {choice("minimum.standing", "Standing at least")}
          {text("minimum.confidence", "Confidence at least, 0 to 1", { inputmode: "decimal" })}
          {text("from.sources", "Sources, by their ids", { placeholder: "any" })}
          {text("from.tiers", "Tiers of sources, 1 to 4", { placeholder: "any" })}
          {text("from.languages", "Languages of the reports", { placeholder: "any" })}
          {text("maxAgeDays", "Days after which it is old news", { type: "number", min: 1 })}
        </div>
        {tick("oldNews", "tell old news too")}
        {seesRestricted ? tick("restricted", "tell what is restricted too: its readers may see it") : null}
      </Part>
      <Part title="When">
        <div class="fields">
          <Choices
            name="digest.every"
            label="Digest"
            any="none: at once"
            values={choosable["digest.every"]}
            chosen={fields["digest.every"]}
          />
          {text("digest.at", "Digest at", { placeholder: "08:00" })}
          {text("digest.timeZone", "Digest's time zone", { placeholder: "UTC" })}
          {text("quietHours.from", "Quiet from", { placeholder: "22:00" })}
          {text("quietHours.to", "Quiet to", { placeholder: "07:00" })}
          {text("quietHours.timeZone", "Time zone of the quiet hours", { placeholder: "Europe/Warsaw" })}
          {text("rateCap.messages", "Messages at most", { type: "number", min: 1 })}
          {text("rateCap.perMinutes", "Within so many minutes", { type: "number", min: 1 })}
        </div>
      </Part>
    </>
  );
}

function Part({ title, children }: { title: string; children?: Child }) {
  return (
    <section class="card">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

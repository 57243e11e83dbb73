import { z } from "zod";

/** What a column of a list may mean. */
export const listFields = [
  "id",
  "name",
  "alias",
  "url",
  "arrested",
  "charged",
  "charge",
  "sentenced",
  "term",
  "place",
  "released",
  "died",
  "recognised",
] as const;
export type ListField = (typeof listFields)[number];

const columns = z.union([z.string(), z.array(z.string())]).transform((names) => [names].flat());

/** Which columns mean what; a field may be put together from several columns, or stand in the first that is there. */
export const MappingSchema = z.strictObject({
  columns: z
    .partialRecord(z.enum(listFields), columns)
    .refine(({ name }) => name !== undefined, { error: "expected a column for the name", path: ["name"] }),
  /** `join`: all columns of a field are put together (first and last name). `first`: they are alternatives. */
  several: z.enum(["join", "first"]).default("join"),
  /** Order of day and month in dates with slashes; such dates are not read without it. */
  slashes: z.enum(["dmy", "mdy"]).nullable().default(null),
});
export type Mapping = z.infer<typeof MappingSchema>;

/** The prisoner list of Viasna in its three languages. */
const viasna: Mapping = {
  several: "first",
  slashes: null,
  columns: {
    id: ["id", "ID", "№"],
    name: ["Name", "Full name", "Имя", "ФИО", "Імя", "Імя і прозвішча"],
    alias: ["Name (be)", "Name (ru)", "Name (en)", "Имя латиницей"],
    url: ["Link", "URL", "Ссылка", "Спасылка"],
    arrested: ["Date of detention", "Detained", "Дата задержания", "Дата затрымання"],
    charge: ["Article", "Articles", "Статья", "Статьи", "Артыкул", "Артыкулы"],
    sentenced: ["Date of sentence", "Sentenced", "Дата приговора", "Дата прысуду"],
    term: ["Sentence", "Term", "Приговор", "Срок", "Прысуд", "Тэрмін"],
    place: ["Place of detention", "Prison", "Место содержания", "Месца ўтрымання"],
    released: ["Date of release", "Released", "Дата освобождения", "Дата вызвалення"],
    recognised: ["Recognised", "Date of recognition", "Дата признания", "Дата прызнання"],
  },
};

/** Rows as the Committee to Protect Journalists gives them out. */
const cpj: Mapping = {
  several: "first",
  slashes: "mdy",
  columns: {
    id: ["id", "ID"],
    name: ["Name", "fullName", "Full Name"],
    url: ["URL", "Link", "permalink"],
    arrested: ["Date Imprisoned", "Imprisoned", "Arrest date", "startDate", "Date"],
    charge: ["Charge", "Charges", "charges"],
    sentenced: ["Sentencing date", "Date Sentenced"],
    term: ["Sentence", "Length of Sentence", "lengthOfSentence"],
    place: ["Place of imprisonment", "Prison", "location"],
    released: ["Date Released", "Release date"],
    died: ["Date of death"],
  },
};

export const knownMappings = { viasna, cpj } as const;

/** Why a request is not answered as asked, with its HTTP status; the message is for whoever sent it. */
export class HttpFault extends Error {
  readonly status: FaultStatus;
  /** Further members of the problem document (RFC 9457). */
  readonly extra: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: FaultStatus,
    message: string,
    { extra = {}, headers = {} }: { extra?: Record<string, unknown>; headers?: Record<string, string> } = {},
  ) {
    super(message);
    this.name = "HttpFault";
    this.status = status;
    this.extra = extra;
    this.headers = headers;
  }
}

export type FaultStatus =
  | 400
  | 401
  | 403
  | 404
  | 405
  | 409
  | 412
  | 413
  | 415
  | 421
  | 422
  | 428
  | 429
  | 500
  | 503;

export const faultTitles: Readonly<Record<FaultStatus, string>> = {
  400: "Cannot be understood",
  401: "Not logged in",
  403: "Not allowed",
  404: "Not found",
  405: "Not possible here",
  409: "Changed meanwhile",
  412: "Changed meanwhile",
  413: "Too large",
  415: "Unknown form",
  421: "Unknown host",
  422: "Not valid",
  428: "Version needed",
  429: "Too many tries",
  500: "Something broke",
  503: "Not available now",
};

export const notFound = (what: string): HttpFault => new HttpFault(404, `There is no such ${what}.`);

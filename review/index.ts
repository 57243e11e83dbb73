export { type ReviewServer, serveReview } from "./http/server.ts";

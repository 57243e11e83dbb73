declare module "html-encoding-sniffer" {
  interface Options {
    xml?: boolean;
    transportLayerEncodingLabel?: string;
    defaultEncoding?: string;
  }
  /** Returns a WHATWG encoding name, or `defaultEncoding` as it was given. */
  export default function sniff(bytes: Uint8Array, options?: Options): string;
}

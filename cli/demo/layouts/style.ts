/** The one style sheet of the demo's publishers; only the accent colour differs. */
export function styleSheet(accent: string): string {
  return `:root {
  color-scheme: light dark;
  --accent: light-dark(${accent}, color-mix(in srgb, ${accent} 55%, white));
  --paper: light-dark(#fdfcfa, #16181b);
  --ink: light-dark(#1d1f21, #e4e2dd);
  --quiet: light-dark(#5f6368, #a3a6aa);
  --line: light-dark(#dcd8d0, #33373c);
  --box: light-dark(#f3f0ea, #1f2327);
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 18px/1.6 Georgia, "Times New Roman", serif; overflow-wrap: break-word; }
a { color: var(--accent); text-underline-offset: .15em; }
h1 { font-size: clamp(1.6rem, 5vw, 2.4rem); line-height: 1.15; margin: .2em 0 .4em; text-wrap: balance; }
h2 { font-size: 1.25rem; line-height: 1.3; margin: 1.6em 0 .4em; }
h3 { font-size: 1.05rem; margin: 1.2em 0 .2em; }
figure { margin: 1.2em 0; }
img { display: block; max-width: 100%; height: auto; border-radius: 4px; }
blockquote { margin: 1.4em 0; padding-left: 1em; border-left: 4px solid var(--accent); font-style: italic; }
main, .page, .columns { max-width: 44rem; margin: 0 auto; padding: 1.2rem; }
.columns { max-width: 64rem; }
.sample-notice { margin: 0; padding: .45rem 1.2rem; background: #f4d35e; color: #1d1f21; font: 600 .8rem/1.4 system-ui, sans-serif; text-align: center; }
.masthead { display: flex; flex-wrap: wrap; gap: .2rem 1rem; align-items: baseline; padding: .8rem 1.2rem; border-bottom: 3px solid var(--accent); }
.brand { font: 700 1.4rem/1.2 system-ui, sans-serif; letter-spacing: -.01em; text-decoration: none; }
.tagline, .byline, .stamp, .section, figcaption, .colophon, .date, .author { font-family: system-ui, sans-serif; font-size: .85rem; color: var(--quiet); }
.section { margin: 0; text-transform: uppercase; letter-spacing: .06em; color: var(--accent); font-weight: 600; }
.standfirst { font-size: 1.15rem; color: var(--quiet); margin: 0 0 .6em; }
.summary { font-weight: 600; }
.colophon { margin-top: 3rem; padding: 1rem 1.2rem; border-top: 1px solid var(--line); }
.tip-box, .newsletter, .related, .faq, .author-bio, .widget, .more { margin: 1.6em 0; padding: .4em 1.1em; background: var(--box); border-radius: 6px; font-size: .92rem; }
.faq h2, .related h2, .more h2 { margin-top: .6em; }
.newsletter form { display: flex; flex-wrap: wrap; gap: .5rem; margin-bottom: .8em; }
input, button { font: inherit; padding: .3em .7em; border: 1px solid var(--line); border-radius: 4px; background: var(--paper); color: var(--ink); min-width: 0; }
button { background: var(--accent); color: var(--paper); border-color: transparent; }
.author-bio { font-style: italic; }
.live-item { border-top: 1px solid var(--line); padding: .6rem 0; }
.live-item time { font: 700 1rem/1.6 system-ui, sans-serif; color: var(--accent); }
.live-item p { margin: 0; }
.brief { border-top: 1px solid var(--line); }
.brief h2 { margin: .8em 0 0; }
.brief p { margin: .3em 0 .8em; }
.item { padding: .5rem 0; border-bottom: 1px solid var(--line); }
.item .date { margin-right: .6rem; }
.front { max-width: 72rem; display: grid; gap: 1.2rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 19rem), 1fr)); }
.card { border-top: 3px solid var(--line); padding-top: .6rem; }
.card h2 { margin: .2em 0 .4em; }
.card h2 a { color: inherit; text-decoration: none; }
.card h2 a:hover { text-decoration: underline; }
.card p { margin: 0 0 .5em; }
.card p:not(.section, .byline) { font-size: .95rem; }
.old { border-collapse: collapse; max-width: 64rem; margin: 0 auto; }
.old .masthead, .old .colophon { display: table-cell; }
.old .menu { font: .85rem/1.4 system-ui, sans-serif; border-right: 1px solid var(--line); padding: 1.2rem; }
.old .content { padding: 1.2rem; }
.tags a { display: inline-block; margin: 0 .4em .4em 0; }
@media (min-width: 56rem) {
  .columns { display: grid; grid-template-columns: minmax(0, 1fr) 16rem; gap: 3rem; }
}
@media (max-width: 40rem) {
  body { font-size: 17px; }
  .old, .old tbody, .old tr, .old td { display: block; width: auto; }
  .old tr { display: flex; flex-direction: column-reverse; }
  .old .menu { border: 0; border-top: 1px solid var(--line); }
}
`;
}

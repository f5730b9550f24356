import "server-only";

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Text as it may stand in a page. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);

const STYLE = `body{font:16px/1.6 system-ui,sans-serif;color:#1b2430;max-width:52rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.6rem}h2{font-size:1.25rem;margin:2rem 0 .5rem;border-bottom:2px solid #0b6e69;padding-bottom:.25rem}
article{border:1px solid #cfd6dd;border-radius:.5rem;padding:.75rem 1rem;margin:.75rem 0;break-inside:avoid-page}
dl{display:grid;grid-template-columns:minmax(7rem,24%) 1fr;gap:.25rem 1rem;margin:0}dt{color:#55606c}dd{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}
ul{margin:0;padding-left:1.1rem}ul dl{margin-bottom:.5rem}@media print{body{margin:0;max-width:none}article{break-inside:auto}}`;

/** The top of a page that stands alone: it loads nothing from anywhere. */
export const pageTop = (locale: string, title: string, lead: string): string =>
  `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title><style>${STYLE}</style></head><body><h1>${escaped(title)}</h1><p>${escaped(lead)}</p>`;

export const pageEnd = "</body></html>\n";

/** Names with what stands there, as it is (`html`) . */
export const list = (rows: readonly (readonly [name: string, html: string])[]): string =>
  `<dl>${rows.map(([name, html]) => `<dt>${escaped(name)}</dt><dd>${html}</dd>`).join("")}</dl>`;

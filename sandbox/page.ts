/**
 * HTML for the stand-ins' pages: a template tag that escapes, and a shell readable from 320 px up.
 *
 *     page({ title: "手机 Phone", body: html`<p>${textFromAnyone}</p>` })
 *
 * Classes the shell styles: `card`, `row` (wraps, gaps), `muted`, `badge` (with `good`, `warn`, `bad`), `plain` (a
 * quiet button), `danger`; bare headings, tables, definition lists, forms, inputs and buttons look right as they are.
 */
import type { Reply } from "./http";

export type Html = { readonly markup: string };
type Shown = Html | string | number | boolean | null | undefined | readonly Shown[];

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
export const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (character) => entities[character] ?? "");

/** Markup from a template: values are escaped, `Html` kept, lists joined; booleans, null and undefined vanish. */
export function html(parts: TemplateStringsArray, ...values: Shown[]): Html {
  return { markup: parts.reduce((markup, part, index) => markup + show(values[index - 1]) + part) };
}

function show(value: Shown): string {
  if (value === null || value === undefined || typeof value === "boolean") return "";
  if (typeof value === "string" || typeof value === "number") return escapeHtml(String(value));
  return "markup" in value ? value.markup : value.map(show).join("");
}

/** The address if it is http(s), otherwise undefined: what a stranger sent must not become a `javascript:` link. */
export const webAddress = (address: string) => (/^https?:\/\//i.test(address) ? address : undefined);

/** A whole page without scripts. `refreshSeconds` reloads it: only for pages where nothing is typed. */
export function page(shown: { title: string; body: Html; refreshSeconds?: number; status?: number }): Reply {
  const { title, body, refreshSeconds, status = 200 } = shown;
  const refresh = refreshSeconds !== undefined && html`<meta http-equiv="refresh" content="${refreshSeconds}">`;
  const { markup } = html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${refresh}
<title>${title}</title>
<style>${{ markup: css }}</style>
</head>
<body><main>
${body}
</main></body>
</html>
`;
  const headers = {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:",
    "referrer-policy": "no-referrer",
  };
  return { status, headers, body: markup };
}

const css = `
:root { --ink: #1d2b2f; --quiet: #5b6b70; --line: #dbe3e4; --ground: #f3f6f6; --accent: #0b6e6e; color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink);
  font: 16px/1.55 system-ui, "PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; }
main { max-width: 60rem; margin: 0 auto; padding: 1rem; display: grid; gap: 1rem; grid-template-columns: minmax(0, 1fr); }
h1 { font-size: 1.35rem; margin: 0.25rem 0 0; } h2 { font-size: 1.05rem; margin: 0; } p { margin: 0.25rem 0; }
a { color: var(--accent); overflow-wrap: anywhere; }
code { font: 0.875em ui-monospace, monospace; overflow-wrap: anywhere; }
.card { background: #fff; border: 1px solid var(--line); border-radius: 0.75rem; padding: 1rem; display: grid; gap: 0.6rem;
  grid-template-columns: minmax(0, 1fr); overflow-x: auto; }
.row { display: flex; flex-wrap: wrap; gap: 0.5rem; align-items: center; }
.muted { color: var(--quiet); font-size: 0.875rem; }
.badge { display: inline-block; padding: 0.05rem 0.6rem; border-radius: 1rem; background: #e5ecec; font-size: 0.8125rem; white-space: nowrap; }
.good { background: #d7f0df; color: #0d5527; } .warn { background: #fdedc8; color: #6a4500; } .bad { background: #fbdcd9; color: #86160d; }
table { border-collapse: collapse; width: 100%; font-size: 0.9rem; }
th, td { text-align: left; padding: 0.4rem 0.6rem 0.4rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
th { color: var(--quiet); font-weight: 500; }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 0.2rem 1rem; margin: 0; }
dt { color: var(--quiet); } dd { margin: 0; overflow-wrap: anywhere; }
form { display: grid; gap: 0.6rem; margin: 0; } .row > form { display: inline; }
label { display: grid; gap: 0.2rem; font-size: 0.875rem; color: var(--quiet); }
input, select, textarea, button { font: inherit; min-height: 2.75rem; padding: 0.4rem 0.75rem; border-radius: 0.5rem; }
input, select, textarea { width: 100%; border: 1px solid #9fb0b3; background: #fff; color: var(--ink); }
button { border: 1px solid var(--accent); background: var(--accent); color: #fff; cursor: pointer; }
button.plain { background: #fff; color: var(--accent); } button.danger { background: #fff; color: #a3201a; border-color: #a3201a; }
:focus-visible { outline: 3px solid #e0a100; outline-offset: 2px; }
`;

import type { Route } from './router/route.ts'

/** A plain page: no script, so that the strict policy holds here too. */
export function docsPage(routes: readonly Route[]): string {
  const rows = [...routes]
    .sort((one, other) => one.path.localeCompare(other.path))
    .map(
      ({ method, path, policy, summary }) =>
        `<tr><td>${method}</td><td><code>${htmlText(path)}</code></td><td>${htmlText(summary)}</td><td>${policy}</td></tr>`,
    )
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Fieldledger API</title>
<style>body{font:15px/1.5 system-ui;margin:2rem auto;max-width:70rem;padding:0 1rem}td,th{text-align:left;padding:.2rem .8rem .2rem 0;vertical-align:top}</style>
<h1>Fieldledger API</h1><p>Base <code>/api/v1</code>. Whole document: <a href="openapi.json">openapi.json</a>.
Changes by cookie need the header <code>x-fieldledger-csrf: 1</code>; <code>x-company-id</code> names the company.</p>
<table><thead><tr><th>Method<th>Path<th>What it does<th>Permission</thead><tbody>${rows.join('\n')}</tbody></table></html>`
}

function htmlText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

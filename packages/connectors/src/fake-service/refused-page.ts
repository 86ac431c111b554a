import { type Html, html } from './html.ts'

/** What a person sees whose consent cannot even be asked for. */
export function refusedPage(ledger: string, sentence: string): Html {
  return html`<main class="consent"><p class="brand"><span class="mark" aria-hidden="true">P</span> ${ledger}</p>
    <div class="card"><h1>${ledger} cannot connect</h1><p>${sentence}</p><p class="quiet">Go back to where you came from and start the connection again.</p></div></main>`
}

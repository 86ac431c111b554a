import type { AuthoriseRequest } from '../../../fake-service/authorise-request.ts'
import { type Html, html } from '../../../fake-service/html.ts'
import type { Company } from '../books/company.ts'
import { ledgerName } from '../pages/send-page.ts'
import { scopesOf } from './scopes.ts'

interface Choices {
  companies: Company[]
  challenge: string
  sentence?: string
}

/** Asks which practice company may be opened: one, as on the real page. It is posted to where it came from. */
export function consentPage(request: AuthoriseRequest, { companies, challenge, sentence }: Choices): Html {
  const hidden = (name: string, value: string) => html`<input type="hidden" name="${name}" value="${value}">`
  const proof =
    challenge !== '' && html`${hidden('code_challenge', challenge)}${hidden('code_challenge_method', 'S256')}`
  return html`<main class="consent">
    <p class="brand"><span class="mark" aria-hidden="true">P</span> ${ledgerName}</p>
    <form class="card" method="post">
      <h1>Let Fieldledger into a practice company?</h1>
      <p class="quiet">These are practice books on this machine. No real NetSuite account is opened.</p>
      ${hidden('client_id', request.clientId)}${hidden('redirect_uri', request.redirectUri)}${hidden('scope', request.scope)}${hidden('state', request.state)}${hidden('response_type', 'code')}${proof}
      ${sentence !== undefined && html`<p class="warning" role="alert">${sentence}</p>`}
      <fieldset><legend>Practice company</legend>
        <div class="choices">${companies.map((company) => choice(company, companies.length === 1))}</div>
        <label class="field">Name of a new practice company<input type="text" name="company_name" maxlength="100" autocomplete="off" placeholder="e.g. Harbour Construction"></label>
      </fieldset>
      <h2>Fieldledger asks for</h2>
      <ul class="grants">${scopesOf(request.scope).map((scope) => html`<li>${scope}</li>`)}</ul>
      <div class="buttons"><button class="primary" name="decision" value="allow">Allow</button><button name="decision" value="deny">Deny</button></div>
      <p class="quiet small">You go back to ${new URL(request.redirectUri).host}. The consent is good for seven days.</p>
    </form>
  </main>`
}

function choice(company: Company, isOnly: boolean): Html {
  const orders = company.all('purchaseOrder').length
  return html`<label class="choice"><input type="radio" name="company" value="${company.id}"${isOnly && html` checked`}><span><strong>${company.name}</strong><small>Account ${company.id} · ${orders} purchase ${orders === 1 ? 'order' : 'orders'}</small></span></label>`
}

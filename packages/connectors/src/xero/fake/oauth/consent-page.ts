import type { AuthoriseRequest } from '../../../fake-service/authorise-request.ts'
import { type Html, html } from '../../../fake-service/html.ts'
import { basePath } from '../base-path.ts'
import type { Tenant } from '../books/tenant.ts'

/** Asks which practice organisations may be opened: one or several, as on the real page. */
export function consentPage(
  request: AuthoriseRequest,
  { tenants, sentence }: { tenants: Tenant[]; sentence?: string },
): Html {
  const hidden = (name: string, value: string) => html`<input type="hidden" name="${name}" value="${value}">`
  return html`<main class="consent">
    <p class="brand"><span class="mark" aria-hidden="true">P</span> Practice Xero</p>
    <form class="card" method="post" action="${basePath}/identity/connect/authorize">
      <h1>Let Fieldledger into practice organisations?</h1>
      <p class="quiet">These are practice books on this machine. No real Xero organisation is opened.</p>
      ${hidden('client_id', request.clientId)}${hidden('redirect_uri', request.redirectUri)}${hidden('scope', request.scope)}${hidden('state', request.state)}${hidden('response_type', 'code')}
      ${sentence !== undefined && html`<p class="warning" role="alert">${sentence}</p>`}
      <fieldset><legend>Practice organisations</legend>
        <div class="choices">${tenants.map((tenant) => choice(tenant, tenants.length === 1))}</div>
        <label class="field">Name of a new practice organisation<input type="text" name="organisation_name" maxlength="100" autocomplete="off" placeholder="e.g. Harbour Construction"></label>
      </fieldset>
      <h2>Fieldledger asks for</h2>
      <ul class="grants">${request.scope.split(/\s+/).map((scope) => html`<li>${scope}</li>`)}</ul>
      <div class="buttons"><button class="primary" name="decision" value="allow">Allow access</button><button name="decision" value="cancel">Cancel</button></div>
      <p class="quiet small">You go back to ${new URL(request.redirectUri).host}. You can disconnect at any time.</p>
    </form>
  </main>`
}

function choice(tenant: Tenant, isOnly: boolean): Html {
  const orders = tenant.all('PurchaseOrder').length
  return html`<label class="choice"><input type="checkbox" name="tenant" value="${tenant.id}"${isOnly && html` checked`}><span><strong>${tenant.name}</strong><small>${orders} purchase ${orders === 1 ? 'order' : 'orders'}</small></span></label>`
}

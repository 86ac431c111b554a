import type { AuthoriseRequest } from '../../../fake-service/authorise-request.ts'
import { type Html, html } from '../../../fake-service/html.ts'
import { basePath } from '../base-path.ts'
import type { Realm } from '../books/realm.ts'

/** Asks which practice company may be opened, like the real page does. */
export function consentPage(
  request: AuthoriseRequest,
  { realms, sentence }: { realms: Realm[]; sentence?: string },
): Html {
  const hidden = (name: string, value: string) => html`<input type="hidden" name="${name}" value="${value}">`
  return html`<main class="consent">
    <p class="brand"><span class="mark" aria-hidden="true">P</span> Practice QuickBooks</p>
    <form class="card" method="post" action="${basePath}/connect/oauth2">
      <h1>Connect a practice company to Fieldledger?</h1>
      <p class="quiet">These are practice books on this machine. No real QuickBooks company is opened.</p>
      ${hidden('client_id', request.clientId)}${hidden('redirect_uri', request.redirectUri)}${hidden('scope', request.scope)}${hidden('state', request.state)}${hidden('response_type', 'code')}
      ${sentence !== undefined && html`<p class="warning" role="alert">${sentence}</p>`}
      <fieldset><legend>Practice company</legend>
        <div class="choices">${realms.map((realm) => choice(realm, realms.length === 1))}</div>
        <label class="choice"><input type="radio" name="realm" value="new"${realms.length === 0 && html` checked`}><span><strong>Make a new practice company</strong></span></label>
        <label class="field">Name of the new practice company<input type="text" name="company_name" maxlength="100" autocomplete="off" placeholder="e.g. Harbour Construction"></label>
      </fieldset>
      <h2>Fieldledger will be able to</h2>
      <ul class="grants"><li>read and write vendors, products and services, and accounts</li><li>create, change, close and delete purchase orders and bills</li></ul>
      <div class="buttons"><button class="primary" name="decision" value="connect">Connect</button><button name="decision" value="deny">No thanks</button></div>
      <p class="quiet small">You go back to ${new URL(request.redirectUri).host}. You can disconnect at any time.</p>
    </form>
  </main>`
}

function choice(realm: Realm, isOnly: boolean): Html {
  const orders = realm.all('PurchaseOrder').length
  return html`<label class="choice"><input type="radio" name="realm" value="${realm.id}"${isOnly && html` checked`}><span><strong>${realm.name}</strong><small>${realm.id} · ${orders} purchase ${orders === 1 ? 'order' : 'orders'}</small></span></label>`
}

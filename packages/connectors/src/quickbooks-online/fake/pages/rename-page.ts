import type { Response } from 'express'
import { html } from '../../../fake-service/html.ts'
import { textOf } from '../../../fake-service/json.ts'
import { basePath } from '../base-path.ts'
import type { Realm } from '../books/realm.ts'
import type { Entity } from '../json.ts'
import { address, sendBookPage } from './layout.ts'

export function sendRenamePage(response: Response, { realm, item }: { realm: Realm; item: Entity }): void {
  const name = textOf(item.Name) ?? ''
  sendBookPage(response, {
    place: realm,
    section: 'items',
    title: `Rename ${name}`,
    body: html`<form method="post" action="${basePath}/app/items/${item.Id}/name"><input type="hidden" name="realm" value="${realm.id}"><label>Name <input name="name" value="${name}" maxlength="100" required></label> <button>Save</button></form>`,
  })
}

/** What the ledger asks when another one has the name already (S2-39). */
export function sendMergeQuestion(
  response: Response,
  { realm, item, name }: { realm: Realm; item: Entity; name: string },
): void {
  sendBookPage(response, {
    place: realm,
    section: 'items',
    title: 'That name is already being used',
    body: html`<p>Would you like to merge the two? “${textOf(item.Name) ?? ''}” becomes inactive, and everything of “${name}” is kept.</p><form method="post" action="${basePath}/app/items/${item.Id}/name"><input type="hidden" name="realm" value="${realm.id}"><input type="hidden" name="name" value="${name}"><button name="merge" value="yes">Yes</button></form> <a href="${address('items', { realm: realm.id })}">No</a>`,
  })
}

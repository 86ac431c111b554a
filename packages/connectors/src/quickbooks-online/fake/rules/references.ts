import { isObject, type Json, type JsonObject, textOf } from '../../../fake-service/json.ts'
import type { Realm } from '../books/realm.ts'
import { type EntityKind, entityKinds } from '../entity-kinds.ts'
import { refuse } from '../fault-catalogue.ts'
import { refId } from '../json.ts'
import { resolveCurrency } from './currencies.ts'

const kindByReference: Readonly<Record<string, EntityKind>> = {
  VendorRef: 'Vendor',
  PrefVendorRef: 'Vendor',
  CustomerRef: 'Customer',
  ItemRef: 'Item',
  AccountRef: 'Account',
  APAccountRef: 'Account',
  BankAccountRef: 'Account',
  CCAccountRef: 'Account',
  IncomeAccountRef: 'Account',
  ExpenseAccountRef: 'Account',
  COGSAccountRef: 'Account',
  AssetAccountRef: 'Account',
  ClassRef: 'Class',
  DepartmentRef: 'Department',
  SalesTermRef: 'Term',
  TermRef: 'Term',
  TaxCodeRef: 'TaxCode',
  SalesTaxCodeRef: 'TaxCode',
  PurchaseTaxCodeRef: 'TaxCode',
}

interface Place {
  realm: Realm
  /** The kind that is written: what `ParentRef` points to. */
  kind: EntityKind
}

/** Checks every reference in what was sent (2500, 610) and puts the present name beside its id. */
export function resolveReferences(value: JsonObject, place: Place): JsonObject {
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, resolveInner(key, { inner, place })]),
  )
}

/** An entity as it is read: each reference with the name that its target has today. */
export function withPresentNames(entity: JsonObject, place: Place): JsonObject {
  return Object.fromEntries(
    Object.entries(entity).map(([key, inner]) => [key, renamed(key, { inner, place })]),
  )
}

function renamed(key: string, { inner, place }: { inner: Json; place: Place }): Json {
  const kind = key === 'ParentRef' ? place.kind : kindByReference[key]
  if (kind) {
    const target = place.realm.find(kind, refId(inner) ?? '')
    return target && isObject(inner) ? { ...inner, name: nameOf(target) } : inner
  }
  if (Array.isArray(inner))
    return inner.map((each) => (isObject(each) ? withPresentNames(each, place) : each))
  return isObject(inner) ? withPresentNames(inner, place) : inner
}

function nameOf(target: JsonObject): string {
  return textOf(target.FullyQualifiedName) ?? textOf(target.DisplayName) ?? textOf(target.Name) ?? ''
}

function resolveInner(key: string, { inner, place }: { inner: Json; place: Place }): Json {
  if (key === 'CurrencyRef') return resolveCurrency(refId(inner) ?? '', place.realm)
  const kind = key === 'ParentRef' ? place.kind : kindByReference[key]
  if (kind) return resolveOne({ reference: inner, kind, realm: place.realm })
  if (Array.isArray(inner))
    return inner.map((each) => (isObject(each) ? resolveReferences(each, place) : each))
  return isObject(inner) ? resolveReferences(inner, place) : inner
}

function resolveOne(options: { reference: Json; kind: EntityKind; realm: Realm }): Json {
  const { kind, realm } = options
  const id = refId(options.reference) ?? ''
  const found = realm.find(kind, id)
  if (!found) throw refuse.invalidReference(entityKinds[kind].group, id)
  if (found.Active === false) throw refuse.notFoundOrInactive()
  return { value: id, name: nameOf(found) }
}

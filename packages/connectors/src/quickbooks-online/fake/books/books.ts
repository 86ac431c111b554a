import { randomInt } from 'node:crypto'
import { BooksFile } from '../../../fake-service/books-file.ts'
import { type GrantRecord, Grants } from '../../../fake-service/grants.ts'
import { lifetimes } from '../oauth/lifetimes.ts'
import { seedEntities } from '../seed/seed-entities.ts'
import { Realm } from './realm.ts'
import type { RealmSettings } from './realm-settings.ts'
import type { BooksRecord, Commit } from './record.ts'

const companiesOfTheFirstDay = ['Harbour Construction', 'Volt Auto Electric']

/** All companies and all tokens of the practice ledger: state in memory, every record on the disk. */
export class Books {
  readonly grants = new Grants(lifetimes)
  readonly realms = new Map<string, Realm>()
  readonly now: () => number
  readonly #file: BooksFile<BooksRecord>
  readonly #listeners: ((commit: Commit) => void)[] = []

  constructor(options: { path: string; now: () => number }) {
    this.now = options.now
    this.#file = new BooksFile(options.path)
    for (const record of this.#file.read()) this.#apply(record)
    if (this.realms.size === 0) for (const name of companiesOfTheFirstDay) this.makeRealm({ name })
  }

  makeRealm(wanted: { name: string; id?: string }): Realm {
    const realm = wanted.id ?? this.#freeRealmId()
    const at = this.timestamp()
    this.#record({ type: 'realm', realm, name: wanted.name, at, entities: seedEntities(wanted.name, at) })
    return this.realm(realm) as Realm
  }

  realm(id: string): Realm | undefined {
    return this.realms.get(id)
  }

  commit(commit: Commit): void {
    this.#record(commit)
    for (const listener of this.#listeners) listener(commit)
  }

  /** Hears of every write from now on. */
  listen(listener: (commit: Commit) => void): void {
    this.#listeners.push(listener)
  }

  addCrowd(realm: string, crowd: { vendors: number; items: number }): void {
    this.#record({ type: 'crowd', realm, at: this.timestamp(), ...crowd })
  }

  changeSettings(realm: string, settings: Partial<RealmSettings>): void {
    this.#record({ type: 'settings', realm, settings })
  }

  recordGrant(record: GrantRecord): void {
    this.#record(record)
  }

  timestamp(): string {
    return new Date(this.now()).toISOString()
  }

  /** Nobody is answered from books that are not yet on the disk. */
  settled(): Promise<void> {
    return this.#file.settled()
  }

  close(): Promise<void> {
    return this.#file.close()
  }

  #record(record: BooksRecord): void {
    this.#apply(record)
    this.#file.append(record)
  }

  #apply(record: BooksRecord): void {
    if (record.type === 'realm') this.realms.set(record.realm, new Realm(record))
    else if (record.type === 'commit' || record.type === 'crowd') this.realm(record.realm)?.apply(record)
    else if (record.type === 'settings') this.#applySettings(record.realm, record.settings)
    else this.grants.apply(record)
  }

  #applySettings(id: string, settings: Partial<RealmSettings>): void {
    const realm = this.realm(id)
    if (realm) realm.settings = { ...realm.settings, ...settings }
  }

  #freeRealmId(): string {
    for (;;) {
      const id = `9341${String(randomInt(0, 1_000_000_000_000)).padStart(12, '0')}`
      if (!this.realms.has(id)) return id
    }
  }
}

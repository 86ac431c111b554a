import { randomInt } from 'node:crypto'
import { Grants } from '../../../fake-service/grants.ts'
import { PracticeBooks } from '../../../fake-service/practice-books.ts'
import { lifetimes } from '../oauth/lifetimes.ts'
import { seedEntities } from '../seed/seed-entities.ts'
import { Realm } from './realm.ts'
import type { RealmSettings } from './realm-settings.ts'
import type { BooksRecord } from './record.ts'

/** All companies and all tokens of the practice ledger. */
export class Books extends PracticeBooks<BooksRecord, Realm> {
  readonly grants = new Grants(lifetimes)

  constructor(options: { path: string; now: () => number }) {
    super(options)
    this.begin()
  }

  make(wanted: { name: string; id?: string }): Realm {
    const realm = wanted.id ?? this.#freeRealmId()
    const at = this.timestamp()
    this.write({ type: 'realm', realm, name: wanted.name, at, entities: seedEntities(wanted.name, at) })
    return this.realm(realm) as Realm
  }

  realm(id: string): Realm | undefined {
    return this.places.get(id)
  }

  changeSettings(realm: string, settings: Partial<RealmSettings>): void {
    this.write({ type: 'settings', realm, settings })
  }

  addCrowd(realm: string, crowd: { vendors: number; items: number }): void {
    this.write({ type: 'crowd', realm, at: this.timestamp(), ...crowd })
  }

  protected apply(record: BooksRecord): void {
    if (record.type === 'realm') this.places.set(record.realm, new Realm(record))
    else if (record.type === 'commit' || record.type === 'crowd' || record.type === 'file')
      this.realm(record.realm)?.apply(record)
    else if (record.type === 'settings') this.settle(record.realm, record.settings)
    else this.grants.apply(record)
  }

  #freeRealmId(): string {
    for (;;) {
      const id = `9341${String(randomInt(0, 1_000_000_000_000)).padStart(12, '0')}`
      if (!this.places.has(id)) return id
    }
  }
}

import { randomInt } from 'node:crypto'
import { Grants } from '../../../fake-service/grants.ts'
import { PracticeBooks } from '../../../fake-service/practice-books.ts'
import { lifetimes } from '../oauth/lifetimes.ts'
import { seedRecords } from '../seed/seed-records.ts'
import { Company } from './company.ts'
import type { CompanySettings } from './company-settings.ts'
import type { BooksRecord } from './record.ts'

/** All companies and all tokens of the practice ledger. */
export class Books extends PracticeBooks<BooksRecord, Company> {
  readonly grants = new Grants(lifetimes)

  constructor(options: { path: string; now: () => number }) {
    super(options)
    this.begin()
  }

  make(wanted: { name: string; id?: string; subsidiaries?: string[] }): Company {
    const realm = wanted.id ?? this.#freeAccountId()
    const at = this.timestamp()
    const records = seedRecords({ ...wanted, at })
    this.write({ type: 'company', realm, name: wanted.name, at, records })
    return this.places.get(realm) as Company
  }

  /** By its account id, or as that stands in a host name: `1234567_SB1` is `1234567-sb1` there. */
  company(id: string): Company | undefined {
    return this.places.get(id.toUpperCase().replaceAll('-', '_'))
  }

  changeSettings(realm: string, settings: Partial<CompanySettings>): void {
    this.write({ type: 'settings', realm, settings })
  }

  addCrowd(realm: string, crowd: { vendors: number; items: number }): void {
    this.write({ type: 'crowd', realm, at: this.timestamp(), ...crowd })
  }

  protected apply(record: BooksRecord): void {
    switch (record.type) {
      case 'company':
        this.places.set(record.realm, new Company(record))
        break
      case 'settings':
        this.settle(record.realm, record.settings)
        break
      case 'commit':
      case 'certificate':
      case 'job':
      case 'crowd':
        this.places.get(record.realm)?.apply(record)
        break
      default:
        this.grants.apply(record)
    }
  }

  #freeAccountId(): string {
    for (;;) {
      const id = `TSTDRV${randomInt(1_000_000, 10_000_000)}`
      if (!this.places.has(id)) return id
    }
  }
}

import { randomInt } from 'node:crypto'
import { BooksFile } from '../../../fake-service/books-file.ts'
import { type GrantRecord, Grants } from '../../../fake-service/grants.ts'
import { lifetimes } from '../oauth/lifetimes.ts'
import { seedRecords } from '../seed/seed-records.ts'
import { Company } from './company.ts'
import type { CompanySettings } from './company-settings.ts'
import type { BooksRecord, CertificateMade, Commit, CrowdMade, Job } from './record.ts'

const companiesOfTheFirstDay = ['Harbour Construction', 'Volt Auto Electric']

/** All companies and all tokens of the practice ledger: state in memory, every record on the disk. */
export class Books {
  readonly grants = new Grants(lifetimes)
  readonly companies = new Map<string, Company>()
  readonly now: () => number
  readonly #file: BooksFile<BooksRecord>

  constructor(options: { path: string; now: () => number }) {
    this.now = options.now
    this.#file = new BooksFile(options.path)
    for (const record of this.#file.read()) this.#apply(record)
    if (this.companies.size === 0) for (const name of companiesOfTheFirstDay) this.makeCompany({ name })
  }

  makeCompany(wanted: { name: string; id?: string; subsidiaries?: string[] }): Company {
    const realm = wanted.id ?? this.#freeAccountId()
    const at = this.timestamp()
    const records = seedRecords({ ...wanted, at })
    this.#record({ type: 'company', realm, name: wanted.name, at, records })
    return this.companies.get(realm) as Company
  }

  /** By its account id, or as that stands in a host name: `1234567_SB1` is `1234567-sb1` there. */
  company(id: string): Company | undefined {
    return this.companies.get(id.toUpperCase().replaceAll('-', '_'))
  }

  write(record: Commit | CertificateMade | Job | CrowdMade): void {
    this.#record(record)
  }

  changeSettings(realm: string, settings: Partial<CompanySettings>): void {
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
    if (record.type === 'company') this.companies.set(record.realm, new Company(record))
    else if (
      record.type === 'commit' ||
      record.type === 'certificate' ||
      record.type === 'job' ||
      record.type === 'crowd'
    )
      this.companies.get(record.realm)?.apply(record)
    else if (record.type === 'settings') this.#applySettings(record.realm, record.settings)
    else this.grants.apply(record)
  }

  #applySettings(id: string, settings: Partial<CompanySettings>): void {
    const company = this.companies.get(id)
    if (company) company.settings = { ...company.settings, ...settings }
  }

  #freeAccountId(): string {
    for (;;) {
      const id = `TSTDRV${randomInt(1_000_000, 10_000_000)}`
      if (!this.companies.has(id)) return id
    }
  }
}

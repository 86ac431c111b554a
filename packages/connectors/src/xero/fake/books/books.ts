import { randomUUID } from 'node:crypto'
import { BooksFile } from '../../../fake-service/books-file.ts'
import { Grants } from '../oauth/grants.ts'
import { seedElements } from '../seed/seed-elements.ts'
import type { Answered, Attached, BooksRecord, Commit, CrowdMade, GrantRecord, Noted } from './record.ts'
import { Tenant } from './tenant.ts'
import type { TenantSettings } from './tenant-settings.ts'

const organisationsOfTheFirstDay = ['Harbour Construction', 'Volt Auto Electric']

/** All organisations and all tokens of the practice ledger: state in memory, every record on the disk. */
export class Books {
  readonly grants = new Grants()
  readonly tenants = new Map<string, Tenant>()
  readonly now: () => number
  readonly #file: BooksFile<BooksRecord>
  readonly #listeners: ((commit: Commit) => void)[] = []

  constructor(options: { path: string; now: () => number }) {
    this.now = options.now
    this.#file = new BooksFile(options.path)
    for (const record of this.#file.read()) this.#apply(record)
    if (this.tenants.size === 0) for (const name of organisationsOfTheFirstDay) this.makeTenant({ name })
  }

  makeTenant(wanted: { name: string; id?: string }): Tenant {
    const tenant = wanted.id ?? randomUUID()
    const at = this.timestamp()
    this.#record({ type: 'tenant', tenant, name: wanted.name, at, elements: seedElements(wanted.name, at) })
    return this.tenant(tenant) as Tenant
  }

  tenant(id: string): Tenant | undefined {
    return this.tenants.get(id)
  }

  write(record: Commit | Answered | Noted | Attached | CrowdMade): void {
    this.#record(record)
    if (record.type === 'commit') for (const listener of this.#listeners) listener(record)
  }

  /** Hears of every write from now on. */
  listen(listener: (commit: Commit) => void): void {
    this.#listeners.push(listener)
  }

  changeSettings(tenant: string, settings: Partial<TenantSettings>): void {
    this.#record({ type: 'settings', tenant, settings })
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
    if (record.type === 'tenant') this.tenants.set(record.tenant, new Tenant(record))
    else if (record.type === 'settings') this.#applySettings(record.tenant, record.settings)
    else if ('tenant' in record) this.tenant(record.tenant)?.apply(record)
    else this.grants.apply(record)
  }

  #applySettings(id: string, settings: Partial<TenantSettings>): void {
    const tenant = this.tenant(id)
    if (tenant) tenant.settings = { ...tenant.settings, ...settings }
  }
}

import { randomUUID } from 'node:crypto'
import { PracticeBooks } from '../../../fake-service/practice-books.ts'
import { Grants } from '../oauth/grants.ts'
import { seedElements } from '../seed/seed-elements.ts'
import type { BooksRecord } from './record.ts'
import { Tenant } from './tenant.ts'
import type { TenantSettings } from './tenant-settings.ts'

/** All organisations and all tokens of the practice ledger. */
export class Books extends PracticeBooks<BooksRecord, Tenant> {
  readonly grants = new Grants()

  constructor(options: { path: string; now: () => number }) {
    super(options)
    this.begin()
  }

  make(wanted: { name: string; id?: string }): Tenant {
    const tenant = wanted.id ?? randomUUID()
    const at = this.timestamp()
    this.write({ type: 'tenant', tenant, name: wanted.name, at, elements: seedElements(wanted.name, at) })
    return this.tenant(tenant) as Tenant
  }

  tenant(id: string): Tenant | undefined {
    return this.places.get(id)
  }

  changeSettings(tenant: string, settings: Partial<TenantSettings>): void {
    this.write({ type: 'settings', tenant, settings })
  }

  addCrowd(tenant: string, crowd: { vendors: number; items: number }): void {
    this.write({ type: 'crowd', tenant, at: this.timestamp(), ...crowd })
  }

  protected apply(record: BooksRecord): void {
    if (record.type === 'tenant') this.places.set(record.tenant, new Tenant(record))
    else if (record.type === 'settings') this.settle(record.tenant, record.settings)
    else if ('tenant' in record) this.tenant(record.tenant)?.apply(record)
    else this.grants.apply(record)
  }
}

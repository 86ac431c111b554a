import type { JsonObject } from '../../../fake-service/json.ts'
import type { EntityKind } from '../entity-kinds.ts'
import type { Entity } from '../json.ts'

/** Where a company is: it decides which taxes it has, and a company never moves. */
export type Country = 'US' | 'GB' | 'CA'

interface SeedCode {
  name: string
  /** In per cent, each a rate of its own. */
  rates: readonly number[]
  isForSalesOnly?: true
  isInactive?: true
}

/** Several codes of one height are as in life: only a person knows which of them is meant. */
const codesOf: Readonly<Record<Exclude<Country, 'US'>, readonly SeedCode[]>> = {
  GB: [
    { name: '20.0% S', rates: [20] },
    { name: '5.0% R', rates: [5] },
    { name: '0.0% Z', rates: [0] },
    { name: 'Exempt', rates: [0] },
    { name: 'No VAT', rates: [0] },
    { name: '20.0% RC', rates: [20, -20] },
    { name: '20% Sale', rates: [20], isForSalesOnly: true },
    { name: '17.5% Old', rates: [17.5], isInactive: true },
  ],
  CA: [
    { name: 'GST', rates: [5] },
    { name: 'HST ON', rates: [13] },
    { name: 'GST/PST BC', rates: [5, 7] },
    { name: 'Zero-rated', rates: [0] },
    { name: 'Exempt', rates: [0] },
  ],
}

/** The tax codes of a country with their rates. A company in the United States knows two pseudo codes only. */
export function taxEntities(country: Country, at: string): { kind: EntityKind; entity: Entity }[] {
  const made = (kind: EntityKind, body: JsonObject & { Id: string }) => ({
    kind,
    entity: {
      Active: true,
      ...body,
      SyncToken: '0',
      MetaData: { CreateTime: at, LastUpdatedTime: at },
      domain: 'QBO',
      sparse: false,
    } satisfies Entity,
  })
  if (country === 'US')
    return ['TAX', 'NON'].map((code) =>
      made('TaxCode', {
        Id: code,
        Name: code,
        Description: code,
        Taxable: code === 'TAX',
        TaxGroup: false,
      }),
    )
  return codesOf[country].flatMap(({ name, rates, isForSalesOnly, isInactive }, index) => {
    const Active = isInactive !== true
    const rateId = (position: number) => `${index + 2}${position}`
    const list = {
      TaxRateDetail: rates.map((_rate, position) => ({
        TaxRateRef: { value: rateId(position), name: rateName(name, position) },
        TaxTypeApplicable: 'TaxOnAmount',
        TaxOrder: 0,
      })),
    }
    const code = made('TaxCode', {
      Id: String(index + 2),
      Name: name,
      Description: name,
      Active,
      Taxable: true,
      TaxGroup: true,
      SalesTaxRateList: list,
      ...(isForSalesOnly !== true && { PurchaseTaxRateList: list }),
    })
    const heights = rates.map((RateValue, position) =>
      made('TaxRate', {
        Id: rateId(position),
        Name: rateName(name, position),
        Description: rateName(name, position),
        Active,
        RateValue,
        AgencyRef: { value: '1' },
        SpecialTaxType: RateValue === 0 ? 'ZERO_RATE' : 'NONE',
        DisplayType: 'ReadOnly',
      }),
    )
    return [code, ...heights]
  })
}

function rateName(code: string, position: number): string {
  return position === 0 ? `${code} (Purchases)` : `${code} (Purchases ${position + 1})`
}

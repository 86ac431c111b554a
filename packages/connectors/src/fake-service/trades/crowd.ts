import type { SeedItem, SeedVendor } from './trade.ts'

const surnames = [
  'Alder',
  'Birch',
  'Calder',
  'Dunmore',
  'Ellis',
  'Frost',
  'Garner',
  'Hale',
  'Ivers',
  'Jessop',
]
const trades = ['Supply', 'Timber', 'Concrete', 'Hire', 'Electrical', 'Plumbing', 'Steel', 'Haulage', 'Glass']
const cities = ['Tacoma', 'Kent', 'Seattle', 'Renton', 'Bellevue', 'Everett', 'Auburn']
const things = ['Bolt', 'Board', 'Pipe', 'Valve', 'Cable', 'Bracket', 'Panel', 'Beam', 'Fitting', 'Hinge']
const materials = ['steel', 'oak', 'copper', 'PVC', 'brass', 'galvanised', 'pine', 'aluminium']

const one = <Each>(list: readonly Each[], n: number): Each => list[n % list.length] as Each
const numbered = (n: number) => String(n).padStart(5, '0')

/** The n-th of very many vendors; the same one each time, and no two alike. */
export function crowdVendor(n: number): SeedVendor {
  const name = `${one(surnames, n)} ${one(trades, Math.floor(n / 10))} ${numbered(n)}`
  return {
    name,
    phone: `(206) 555-${String(n % 10_000).padStart(4, '0')}`,
    email: `orders${n}@crowd.example`,
    address: {
      Line1: `${(n % 900) + 1} Mill Road`,
      City: one(cities, n),
      PostalCode: String(98_001 + (n % 199)),
    },
    active: n % 50 !== 49,
  }
}

/** The n-th of very many things that are bought; none of them is kept in stock. */
export function crowdItem(n: number): SeedItem {
  const thing = one(things, n)
  const material = one(materials, Math.floor(n / 10))
  const cost = ((n % 4000) + 100) / 100
  return {
    name: `${thing} ${material} ${numbered(n)}`,
    sku: `CRW-${numbered(n)}`,
    description: `${thing}, ${material}, no. ${n}`,
    type: n % 10 === 9 ? 'Service' : 'NonInventory',
    price: Math.round(cost * 150) / 100,
    cost,
    active: n % 50 !== 49,
  }
}

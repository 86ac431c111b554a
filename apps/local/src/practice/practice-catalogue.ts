/** What a practice company has of its own, before any ledger is connected. */
export interface PracticeCatalogue {
  vendors: readonly { name: string; phone: string; email: string }[]
  materials: readonly { name: string; sku?: string; description?: string; unit: string; price: string }[]
  customers: readonly string[]
  projects: readonly { name: string; code: string }[]
  costCodes: readonly { code: string; name: string }[]
}

/** Names as the practice ledger has them, so that an import links them; a few that it does not have. */
export const voltCatalogue: PracticeCatalogue = {
  vendors: [
    { name: 'Pacific Auto Parts', phone: '(206) 555-0210', email: 'trade@pacificautoparts.example' },
    { name: 'Meridian Battery Co', phone: '(206) 555-0221', email: 'orders@meridianbattery.example' },
    { name: 'Brightline Lighting', phone: '(425) 555-0232', email: 'sales@brightline.example' },
    { name: 'Hillside Auto Glass', phone: '(206) 555-0303', email: 'hello@hillsideglass.example' },
  ],
  materials: [
    { name: 'AGM battery 12V 70Ah', sku: 'BAT-AGM70', unit: 'pc', price: '158.4' },
    { name: 'Alternator 150A', sku: 'ALT-150', unit: 'pc', price: '214.75' },
    { name: 'LED headlamp pair', sku: 'LMP-LED2', unit: 'pair', price: '92.5' },
    { name: 'Relay 40A', sku: 'REL-40', unit: 'pc', price: '4.12' },
    { name: 'Primary wire 14 AWG', sku: 'WIR-14', unit: 'spool', price: '22.45' },
    { name: 'Glow plug controller', sku: 'GPC-4', unit: 'pc', price: '61.3' },
    { name: 'Dielectric grease', unit: 'tube', price: '7.8' },
  ],
  customers: ['Emerald Taxi Fleet', 'Cedar River School Buses'],
  projects: [
    { name: 'Emerald taxis: battery programme', code: 'EMER' },
    { name: 'School bus lighting', code: 'BUSL' },
    { name: 'Workshop stock', code: 'STOCK' },
  ],
  costCodes: [
    { code: '100', name: 'Parts' },
    { code: '200', name: 'Consumables' },
    { code: '300', name: 'Outside work' },
  ],
}

/** Vendors, items and accounts of Harbour Construction come from its practice ledger. */
export const harbourCatalogue: PracticeCatalogue = {
  vendors: [],
  materials: [
    {
      name: 'Safety netting 4 m',
      sku: 'SAF-NET4',
      description: 'Debris netting, 4 m wide, per metre',
      unit: 'm',
      price: '3.6',
    },
  ],
  customers: ['Harbor View Apartments', 'City of Renton'],
  projects: [
    { name: 'Harbor View Apartments, block C', code: 'HVA-C' },
    { name: 'Renton fire station 4', code: 'RFS4' },
    { name: 'Pier 9 warehouse', code: 'PIER9' },
  ],
  costCodes: [
    { code: '03', name: 'Concrete' },
    { code: '05', name: 'Metals' },
    { code: '06', name: 'Wood and plastics' },
    { code: '01', name: 'General requirements' },
  ],
}

/** One finished example: who it is for, what is ordered, and what became of it. */
export interface ExampleOrder {
  /** Fixed: submitting it twice submits it once. */
  id: string
  vendor: string
  project: string
  dueInDays: number
  shipTo?: string
  memo: string
  lines: readonly {
    material?: string
    description?: string
    quantity: string
    unitPrice?: string
    costCode?: string
  }[]
  fate: 'approve' | 'reject' | 'leave'
  /** Proposed by the field instead of chosen: held for the bookkeeper. */
  proposed?: { id: string; phone: string }
}

const id = (last: string) => `01930000-0000-7000-8000-00000000${last}`

export const exampleOrders: readonly ExampleOrder[] = [
  {
    id: id('e001'),
    vendor: 'Cascade Lumber Supply',
    project: 'HVA-C',
    dueInDays: 10,
    shipTo: 'Harbor View Apartments, gate 2',
    memo: 'Deliver before 7 am, crane is booked. Call Felix at the gate.',
    lines: [
      { material: '2x4x8 Stud', quantity: '320' },
      { material: 'Plywood 3/4 in', quantity: '48' },
      { description: 'Offloading by the yard, flat rate', quantity: '1', unitPrice: '180', costCode: '06' },
    ],
    fate: 'approve',
  },
  {
    id: id('e002'),
    vendor: 'Puget Ready Mix',
    project: 'PIER9',
    dueInDays: 4,
    shipTo: 'Pier 9, north slab',
    memo: 'Pump on site. Slump 4 in.',
    lines: [
      { material: 'Ready-mix concrete 4000 psi', quantity: '26.5' },
      { material: 'Site delivery', quantity: '4' },
      { material: 'Safety netting 4 m', quantity: '60', costCode: '01' },
    ],
    fate: 'approve',
  },
  {
    id: id('e003'),
    vendor: "O'Brien Electrical Wholesale",
    project: 'RFS4',
    dueInDays: 14,
    memo: 'Second floor rough-in.',
    lines: [{ material: '12/2 NM-B cable', quantity: '8' }],
    fate: 'reject',
  },
  {
    id: id('e004'),
    vendor: 'Quarry Brothers Aggregates',
    proposed: { id: id('f004'), phone: '(253) 555-0312' },
    project: 'PIER9',
    dueInDays: 7,
    memo: 'New pit, half the price of the other one.',
    lines: [
      { description: 'Crushed rock 1 1/4 in, per ton', quantity: '44', unitPrice: '18.75', costCode: '03' },
    ],
    fate: 'approve',
  },
  {
    id: id('e005'),
    vendor: 'Northwest Steel & Rebar',
    project: 'HVA-C',
    dueInDays: 21,
    memo: 'Bundles tagged by footing.',
    lines: [
      { material: 'Rebar #4', quantity: '900' },
      { material: 'Anchor bolt 1/2 x 10', quantity: '120' },
    ],
    fate: 'leave',
  },
]

/** Our own limits (DESIGN §5). Each connector declares its own beside these. */
export const limits = {
  lines: 10_000,
  unitPriceDecimals: 6,
  quantityDecimals: 6,
  text: 300,
  paragraph: 4000,
  attachments: 50,
  /** A form that makes longer numbers warns; a ledger that takes less holds them. */
  documentNumber: 21,
} as const

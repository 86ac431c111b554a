/** Fieldledger's own limit for names and SKUs; what a ledger takes stands in its capabilities (G-06). */
export const shortTextLimit = 300

import type { Graph } from '@fieldledger/workflow'

/** What a first version is compared with. */
export const emptyGraph: Graph = { steps: {}, edges: [] }

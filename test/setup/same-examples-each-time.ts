import fc from 'fast-check'

/**
 * Properties are held against the same examples in every run: a red test is the fault of the change, not of chance.
 * `PROPERTY_SEED=4711 npm test -- unit` looks at others; a failure names its seed.
 */
fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 20_261_128) })

/** Fixed ids: making the practice companies twice makes them once. */
export const harbour = {
  id: '01930000-0000-7000-8000-00000000a001',
  name: 'Harbour Construction',
} as const

export const volt = {
  id: '01930000-0000-7000-8000-00000000b001',
  name: 'Volt Auto Electric',
} as const

export const practiceCompanies = [harbour, volt] as const

/** Both keep their books in dollars, on the coast where the practice ledgers' vendors are. */
export const practiceSettings = { currency: 'USD', timeZone: 'America/Los_Angeles', practice: true } as const

export const programFlags: readonly string[]

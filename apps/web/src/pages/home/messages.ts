export const messages = { greeting: (name: string) => `Good day, ${name}` }

/** One line for the person at the terminal. */
export type Say = (sentence: string) => void

export const say: Say = (sentence) => console.log(sentence)

import { trusted } from 'mongoose'

/** A condition that a text has this piece in it, however it is spelled in capitals; the piece is no pattern. */
export function pieceOf(text: string) {
  return trusted({ $regex: text.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), $options: 'i' })
}

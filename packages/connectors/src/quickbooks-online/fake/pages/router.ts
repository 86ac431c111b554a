import { Router } from 'express'
import type { Books } from '../books/books.ts'

export function pagesRouter(_parts: { books: Books; origin: string | undefined }): Router {
  return Router()
}

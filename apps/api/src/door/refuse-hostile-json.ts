import type { NextFunction, Request, Response } from 'express'
import { HostileInput } from '../refusals.ts'

const deepest = 20
const forbidden = new Set(['__proto__', 'constructor', 'prototype'])

interface Place {
  value: unknown
  path: string
  depth: number
}

/** Refuses keys that could become operators or prototypes, and nesting deeper than 20, anywhere in a body or query. */
export function refuseHostileJson(request: Request, _reply: Response, next: NextFunction): void {
  // No name and no text that is searched for has one, and the database takes none in what it searches by.
  if (request.originalUrl.includes('%00'))
    throw new HostileInput({ path: 'its address', why: 'a character without a meaning' })
  checkValue(request.body)
  checkValue(request.query)
  next()
}

/** Walks without recursion: depth is what is being checked. */
export function checkValue(value: unknown): void {
  const places: Place[] = [{ value, path: '', depth: 1 }]
  for (let place = places.pop(); place !== undefined; place = places.pop()) {
    if (typeof place.value !== 'object' || place.value === null) continue
    if (place.depth > deepest)
      throw new HostileInput({ path: place.path.slice(0, 200), why: `more than ${deepest} levels` })
    for (const key of Object.keys(place.value)) {
      const path = `${place.path}/${key}`
      if (forbidden.has(key) || key.startsWith('$'))
        throw new HostileInput({ path: path.slice(0, 200), why: 'a name that is not allowed' })
      places.push({ value: Reflect.get(place.value, key), path, depth: place.depth + 1 })
    }
  }
}

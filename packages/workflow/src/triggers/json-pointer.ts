/** Is it written as RFC 6901 asks? */
export function isPointer(pointer: string): boolean {
  return pointer === '' || (pointer.startsWith('/') && !/~(?![01])/.test(pointer))
}

/** What stands there; undefined = nothing. Only what the message itself holds is found, no prototype. */
export function valueAt(message: unknown, pointer: string): unknown {
  let found = message
  for (const part of pointer.split('/').slice(1)) {
    if (typeof found !== 'object' || found === null) return undefined
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~')
    if (!Object.hasOwn(found, name)) return undefined
    found = Reflect.get(found, name)
  }
  return found
}

/** As steps use it: texts, numbers and yes/no; a list or an object is no single value. */
export function textAt(message: unknown, pointer: string): string | undefined {
  const found = valueAt(message, pointer)
  if (typeof found === 'string') return found
  return typeof found === 'number' || typeof found === 'boolean' ? String(found) : undefined
}

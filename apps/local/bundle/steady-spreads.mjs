import { parseSync, Visitor } from 'vite'

/** What builds a server runs it as well: V8 would not take its compiled code otherwise. */
const needed = Number(process.versions.node.split('.')[0]) < 22

/**
 * `{ ...one, more: 1 }` becomes `{ ...{}, ...one, more: 1 }`, which makes the same object (its keys in the order that
 * the language asks for, where V8 puts accessors elsewhere). In the first form the V8 of Node 20 gives every object that
 * it makes a shape of its own: each property that is added costs some twenty times as much, and whoever reads the object
 * later finds nothing of what it learnt about the last one. It was a fifth of all CPU under load. Stacks name the right
 * line; the column is some further to the right. Node 22 has it right and is faster without, so it is left alone there.
 */
export function steadySpreads(source, file) {
  if (!needed || !/\{\s*\.\.\./.test(source)) return source
  const heads = []
  const visitor = new Visitor({
    ObjectExpression({ properties: [first, ...others] }) {
      if (first?.type === 'SpreadElement' && others.length > 0) heads.push(first.start)
    },
  })
  // What cannot be read has no heads: esbuild says what is wrong with it.
  visitor.visit(parseSync(file, source).program)
  let steady = ''
  let from = 0
  for (const head of heads.sort((one, other) => one - other)) {
    steady += `${source.slice(from, head)}...{}, `
    from = head
  }
  return steady + source.slice(from)
}

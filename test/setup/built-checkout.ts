import { buildCheckout } from '../../apps/local/src/stack/build-tree.ts'

/** Built once before the files that boot the stack: two that find it unbuilt would build into one folder. */
export default function builtCheckout() {
  buildCheckout()
}

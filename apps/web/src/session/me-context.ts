import type { Me, Permission } from '@fieldledger/contract'
import { createContext, useContext } from 'react'
import { NotSignedIn } from './not-signed-in.ts'

export const MeContext = createContext<Me | undefined>(undefined)

/** The signed-in person; only pages inside the shell may ask. */
export function useSignedIn(): Me {
  const me = useContext(MeContext)
  if (me === undefined) throw new NotSignedIn()
  return me
}

export function useMay(permission: Permission): boolean {
  return useSignedIn().permissions.includes(permission)
}

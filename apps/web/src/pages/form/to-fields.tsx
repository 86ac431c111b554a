import { Navigate } from 'react-router'

export function ToFields() {
  return <Navigate to="fields" replace />
}

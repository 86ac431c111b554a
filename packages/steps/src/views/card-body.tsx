import type { ReactNode } from 'react'
import styles from './card-body.module.css'

/** The face of a card: icon or logo, name, one line. Every kind's card is made of it. */
export function CardBody(props: {
  icon: ReactNode
  tone: 'start' | 'people' | 'logic' | 'form' | 'ledger' | 'end'
  name: string
  summary: string
}) {
  return (
    <div className={styles.body} data-tone={props.tone}>
      <div className={styles.icon} aria-hidden="true">
        {props.icon}
      </div>
      <div className={styles.words}>
        <div className={styles.name} title={props.name}>
          {props.name}
        </div>
        <div className={styles.summary} title={props.summary}>
          {props.summary}
        </div>
      </div>
    </div>
  )
}

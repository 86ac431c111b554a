/** The whole look of the practice ledger: calm, dense, light and dark, from 320 px. */
export const style = `
:root { color-scheme: light dark; --ink: #1d2a2f; --quiet: #5a6a70; --ground: #f4f6f6; --paper: #fff; --line: #dde3e4; --accent: #0f6e6e; --on-accent: #fff; --good: #1d6f42; --good-ground: #e3f3ea; --off: #5a6a70; --off-ground: #e9edee; --note: #7a4b00; --note-ground: #fff3dc }
@media (prefers-color-scheme: dark) { :root { --ink: #e4eaeb; --quiet: #9fb0b5; --ground: #12191b; --paper: #1a2326; --line: #2d3a3e; --accent: #54bdb6; --on-accent: #06211f; --good: #8bd6a8; --good-ground: #173526; --off: #aab8bc; --off-ground: #29353a; --note: #f2c879; --note-ground: #3a2c10 } }
* { box-sizing: border-box }
body { margin: 0; background: var(--ground); color: var(--ink); font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; overflow-wrap: anywhere }
a { color: var(--accent) }
a:focus-visible, button:focus-visible, input:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 } h2 { font-size: 1.05rem; margin: 1.75rem 0 .5rem }
.quiet, small { color: var(--quiet) } small, .small { font-size: .86rem }
.brand { display: flex; align-items: center; gap: .6rem; margin: 0; font-weight: 650 }
.brand a { color: inherit; text-decoration: none }
.mark { display: inline-grid; place-items: center; width: 1.9rem; height: 1.9rem; border-radius: 50%; background: var(--accent); color: var(--on-accent); font-weight: 700 }
.banner { background: var(--note-ground); color: var(--note); text-align: center; padding: .3rem 1rem; font-size: .86rem }
.top { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: .5rem 1.5rem; background: var(--paper); border-bottom: 1px solid var(--line); padding: .75rem 1.5rem }
.tabs { display: flex; flex-wrap: wrap; gap: .25rem; background: var(--paper); border-bottom: 1px solid var(--line); padding: 0 1.1rem }
.tabs a { padding: .65rem .6rem; color: var(--quiet); text-decoration: none; border-bottom: 3px solid transparent }
.tabs a[aria-current] { color: var(--ink); border-color: var(--accent); font-weight: 600 }
.page { max-width: 84rem; margin: 0 auto; padding: 1.5rem }
.head { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: .75rem 1.5rem; margin-bottom: 1rem }
.card { background: var(--paper); border: 1px solid var(--line); border-radius: 10px; padding: 1.5rem }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(20rem, 100%), 1fr)); gap: 1rem; margin-top: 1rem }
.cards h2 { margin: 0 0 .25rem } .cards p { margin: .25rem 0 }
.table { background: var(--paper); border: 1px solid var(--line); border-radius: 10px; overflow: hidden }
table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums }
caption { text-align: left; font-weight: 650; padding: .85rem 1rem .35rem }
th, td { text-align: left; vertical-align: top; padding: .55rem 1rem; border-top: 1px solid var(--line) }
thead th { border-top: 0; color: var(--quiet); font-size: .8rem; font-weight: 600; letter-spacing: .02em; white-space: nowrap } .short { white-space: nowrap }
caption + thead th { border-top: 1px solid var(--line) }
tbody th { font-weight: 600 }
.number { text-align: right; white-space: nowrap } td.buttons { text-align: right; white-space: nowrap; padding-block: .3rem } tr:has(.buttons) > * { vertical-align: middle }
.empty { padding: 1.25rem 1rem; margin: 0; color: var(--quiet) }
.pill { display: inline-block; border-radius: 99px; padding: .05rem .6rem; font-size: .82rem; font-weight: 600; white-space: nowrap; background: var(--off-ground); color: var(--off) }
.pill.good { background: var(--good-ground); color: var(--good) }
button { font: inherit; white-space: nowrap; min-height: 2.25rem; padding: .3rem .85rem; border-radius: 7px; border: 1px solid var(--line); background: var(--paper); color: var(--ink); cursor: pointer }
button:hover { border-color: var(--accent) } button.primary { background: var(--accent); border-color: var(--accent); color: var(--on-accent); font-weight: 600 }
.switch { display: flex; gap: .25rem } .switch a { padding: .3rem .75rem; border-radius: 7px; text-decoration: none; color: var(--quiet) } .switch a[aria-current] { background: var(--off-ground); color: var(--ink); font-weight: 600 }
.search { display: flex; gap: .5rem; align-items: end } .search button { min-height: 2.5rem } .search label { font-size: .86rem; color: var(--quiet) }
input[type=text], input[type=search] { display: block; width: 100%; min-height: 2.5rem; font: inherit; color: inherit; background: var(--ground); border: 1px solid var(--line); border-radius: 7px; padding: .35rem .65rem }
.hand { display: flex; flex-wrap: wrap; gap: .75rem; align-items: end } .hand input { max-width: 9rem }
.facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(13rem, 100%), 1fr)); gap: 1rem 2rem; margin: 0 } .facts dt { color: var(--quiet); font-size: .82rem } .facts dd { margin: 0; white-space: pre-line } .facts .wide { grid-column: 1 / -1 }
.lines { margin-top: 1rem }
.totals { margin: 1rem 0 0 auto; width: min(22rem, 100%) } .totals div { display: flex; justify-content: space-between; padding: .25rem 1rem } .totals div:last-child { font-size: 1.2rem; font-weight: 650; border-top: 1px solid var(--line); padding-top: .5rem } .totals dd { margin: 0; font-variant-numeric: tabular-nums }
.history { list-style: none; margin: 0; padding: 0 } .history li { border-left: 2px solid var(--line); padding: .1rem 0 .6rem 1rem } .history li:last-child { padding-bottom: 0 }
.consent { max-width: 34rem; margin: 0 auto; padding: 2.5rem 1rem } .consent .brand { justify-content: center; margin-bottom: 1.25rem } .consent h1 { font-size: 1.35rem } .consent h2 { font-size: .95rem }
fieldset { border: 1px solid var(--line); border-radius: 8px; margin: 1.25rem 0 0; padding: .35rem 1rem 1rem } legend { padding: 0 .35rem; color: var(--quiet); font-size: .86rem }
.choices { max-height: 21rem; overflow-y: auto } .choice { display: flex; gap: .75rem; align-items: start; padding: .6rem 0; cursor: pointer } .choice small { display: block } .choice input { flex: none; margin: .3rem 0 0; width: 1.1rem; height: 1.1rem; accent-color: var(--accent) }
.field { display: block; font-size: .86rem; color: var(--quiet); padding-left: 1.85rem }
.grants { margin: 0; padding-left: 1.2rem } .consent .buttons { display: flex; gap: .75rem; margin: 1.5rem 0 1rem } .consent .buttons button { min-height: 2.75rem; padding: .3rem 1.5rem }
.warning { background: var(--note-ground); color: var(--note); border-radius: 7px; padding: .5rem .75rem }
@media (max-width: 700px) {
  .page { padding: 1rem } .top { padding: .75rem 1rem } .tabs { padding: 0 .4rem } .card { padding: 1.1rem }
  thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden }
  tbody tr { display: block; border-top: 1px solid var(--line); padding: .6rem 1rem } tbody tr:first-child { border-top: 0 }
  tbody th, tbody td { display: flex; justify-content: space-between; gap: 1rem; border: 0; padding: .15rem 0; text-align: right; white-space: normal }
  tbody th::before, tbody td[data-label]::before { content: attr(data-label); color: var(--quiet); font-weight: 400; text-align: left; flex: none } tbody td:empty { display: none } td.buttons { padding-top: .5rem; justify-content: flex-end } button { min-height: 2.75rem }
}
`

import type { Config } from 'tailwindcss'

const token = (name: string) => `var(--${name})`

/** Names for the variables of `app/globals.css`; the values live there, once for each theme. */
export default {
  content: ['./app/**/*.{ts,tsx}', './components/**/*.{ts,tsx}'],
  darkMode: ['selector', '[data-theme="dark"]'],
  theme: {
    extend: {
      colors: {
        canvas: token('canvas'),
        surface: token('surface'),
        raised: token('raised'),
        hover: token('hover'),
        line: { DEFAULT: token('line'), strong: token('line-strong') },
        ink: { DEFAULT: token('ink'), muted: token('ink-muted'), faint: token('ink-faint') },
        accent: {
          DEFAULT: token('accent'),
          hover: token('accent-hover'),
          ink: token('accent-ink'),
          soft: token('accent-soft'),
        },
        selected: token('selected'),
        good: { DEFAULT: token('good'), soft: token('good-soft') },
        pending: { DEFAULT: token('pending'), soft: token('pending-soft') },
        refused: { DEFAULT: token('refused'), soft: token('refused-soft') },
        failed: { DEFAULT: token('failed'), soft: token('failed-soft') },
        'timed-out': { DEFAULT: token('timed-out'), soft: token('timed-out-soft') },
        unreachable: { DEFAULT: token('unreachable'), soft: token('unreachable-soft') },
        simulated: { DEFAULT: token('simulated'), soft: token('simulated-soft') },
        production: {
          DEFAULT: token('production'),
          hover: token('production-hover'),
          ink: token('production-ink'),
          soft: token('production-soft'),
        },
        code: {
          key: token('code-key'),
          string: token('code-string'),
          number: token('code-number'),
          word: token('code-word'),
        },
        shade: token('shade'),
      },
      fontFamily: {
        sans: ['ui-sans-serif', 'system-ui', 'Segoe UI', 'Roboto', 'Helvetica Neue', 'Arial', 'sans-serif'],
        mono: [
          'ui-monospace',
          'SF Mono',
          'Cascadia Mono',
          'Menlo',
          'Consolas',
          'DejaVu Sans Mono',
          'monospace',
        ],
      },
      fontSize: {
        xs: ['11.5px', '16px'],
        sm: ['12.5px', '18px'],
        base: ['13.5px', '20px'],
        lg: ['15px', '22px'],
        xl: ['18px', '24px'],
        '2xl': ['22px', '28px'],
      },
      borderRadius: { sm: '3px', DEFAULT: '5px', md: '6px', lg: '8px' },
    },
  },
} satisfies Config

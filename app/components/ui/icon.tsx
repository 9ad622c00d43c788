/** The icons: drawn here on a grid of 24, in lines of one weight with round ends. */
const drawings = {
  "arrow-right": "M4.5 12h14.5M13 6l6 6-6 6",
  "arrow-left": "M19.5 12H5M11 6l-6 6 6 6",
  "arrow-up": "M12 19.5V5M6 11l6-6 6 6",
  "arrow-down": "M12 4.5V19M6 13l6 6 6-6",
  sort: "M4 5.5h7v13H4zM14.5 5.5H20M14.5 9.8H20M14.5 14.2H20M14.5 18.5H20",
  order:
    "M10 6h10M10 12h10M10 18h10M4 5l1.5-1v4.5M4 15.8c.3-.9 2.4-1 2.4.4 0 1-2.4 1.7-2.4 3.3h2.6",
  highlighter: "M9 13.5L16.5 4l4 3.2-7.4 9.6H9zM9 13.5l-2.3 3 2.3 1.8 2.2-1.5M4 20.5h12",
  "chevron-down": "M6 9.5l6 6 6-6",
  "chevron-right": "M9.5 6l6 6-6 6",
  check: "M4.5 12.8l4.8 4.7L19.5 7",
  cross: "M6 6l12 12M18 6L6 18",
  plus: "M12 5v14M5 12h14",
  clock: "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 7.5V12l3.2 2",
  calendar: "M5 6h14v14H5zM5 10.5h14M9 3.5V8M15 3.5V8",
  info: "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 11v5.5M12 7.6v.1",
  warning: "M12 4L2.8 20h18.4zM12 10v4.6M12 17.3v.1",
  danger: "M8.2 3.5h7.6l4.7 4.7v7.6l-4.7 4.7H8.2l-4.7-4.7V8.2zM12 8v5M12 16v.1",
  book: "M12 6.5C9.5 4.6 6.5 4.3 3.5 4.8v13.4c3-.5 6-.2 8.5 1.7 2.5-1.9 5.5-2.2 8.5-1.7V4.8c-3-.5-6-.2-8.5 1.7zM12 6.5v13.4",
  speech: "M4 5h16v11h-8.5L7 20v-4H4z",
  quote: "M10 7.5C7 8 5 10.2 5 13.2V17h5v-5H7.5M19 7.5c-3 .5-5 2.7-5 5.7V17h5v-5h-2.5",
  person: "M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4.5 20.5c.6-3.6 3.6-5.5 7.5-5.5s6.9 1.9 7.5 5.5",
  people:
    "M9 5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM2.5 19.5c.4-3.2 3-5 6.5-5s6.1 1.8 6.5 5M15.5 5.3a3.5 3.5 0 0 1 0 6.5M17.5 14.9c2.3.5 3.7 2.1 4 4.6",
  pencil: "M4.5 19.5l1-4.5L16 4.5l3.5 3.5L9 18.5zM13.5 7l3.5 3.5",
  download: "M12 4v11M7 10.5l5 5 5-5M4.5 20h15",
  lock: "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
  retry: "M19.5 12a7.5 7.5 0 1 1-2.3-5.4M19.5 3.5v4.5H15",
  flag: "M6 21V4M6 4.5h12l-2.5 4 2.5 4H6",
  home: "M4 11.5L12 4l8 7.5M6.5 10v10h11V10M10 20v-5.5h4V20",
  desk: "M3 9.5h18M5 9.5V20M19 9.5V20M9 9.5V6h6v3.5M5 14h14",
  phone:
    "M6.5 3.8l3 .7 1 4.2-2.3 1.7c1.1 2.4 3 4.3 5.4 5.4l1.7-2.3 4.2 1 .7 3c0 1.5-1 2.7-2.7 2.7C10.5 20.2 3.8 13.5 3.8 6.5c0-1.7 1.2-2.7 2.7-2.7z",
  chat: "M3.5 4.5h12v8.5H9L6 16v-3H3.5zM18.5 9H21v8.5h-2.5v3l-3-3H11",
  email: "M3.5 5.5h17v13h-17zM3.5 6.5l8.5 7 8.5-7",
  corridor: "M6 20.5V3.5h12v17M3 20.5h18M14.5 11.5v1.5",
} as const;

export type IconName = keyof typeof drawings;

interface IconProps {
  readonly name: IconName;
  /** Tailwind size classes; the default follows the text beside it. */
  readonly className?: string;
}

/** Always beside a word that says the same, so it is hidden from assistive technology. */
export function Icon({ name, className = "size-[1.25em]" }: IconProps) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className={`icon ${className}`}>
      <path d={drawings[name]} />
    </svg>
  );
}

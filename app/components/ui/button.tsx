import type { ButtonHTMLAttributes } from "react";
import { classes } from "./classes";

export type ButtonVariant = "primary" | "quiet" | "plain" | "danger";

const shape =
  "inline-flex min-h-11 items-center justify-center gap-2 rounded-md py-2 font-sans text-base " +
  "font-medium leading-snug text-center wrap-break-word no-underline transition-colors duration-150 " +
  "aria-disabled:opacity-60 disabled:opacity-60";

const looks: Record<ButtonVariant, string> = {
  primary: "edged px-5 bg-action text-on-action hover:bg-action-hover",
  quiet: "border border-line-strong bg-sheet px-5 text-ink hover:border-ink hover:bg-well",
  plain: "px-3 text-link underline underline-offset-4 hover:bg-well",
  danger: "border border-danger bg-danger-ground px-5 text-danger hover:bg-sheet",
};

/** The look alone, for what acts like a link: `<Link className={buttonClass("primary")}>`. */
export function buttonClass(variant: ButtonVariant = "primary", extra?: string): string {
  return classes(shape, looks[variant], extra);
}

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly variant?: ButtonVariant;
}

export function Button({ variant, className, type = "submit", ...rest }: ButtonProps) {
  return <button type={type} className={buttonClass(variant, className)} {...rest} />;
}

import { Link, type LinkProps } from "@remix-run/react";
import { buttonClass, type ButtonVariant } from "~/components/ui/button";
import { Icon } from "~/components/ui/icon";

interface LinkButtonProps extends Omit<LinkProps, "className"> {
  readonly variant?: ButtonVariant;
  /** For the step onwards: an arrow after the words. */
  readonly onwards?: boolean;
}

/** Goes somewhere, and looks as weighty as a button. */
export function LinkButton({ variant, onwards, children, ...link }: LinkButtonProps) {
  return (
    <Link {...link} className={buttonClass(variant)}>
      {children}
      {onwards === true ? <Icon name="arrow-right" className="size-5" /> : null}
    </Link>
  );
}

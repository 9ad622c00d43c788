interface AddressSlipsProps {
  readonly slips: readonly {
    readonly name: string;
    readonly email: string;
    /** The whole one-time address. */
    readonly address: string;
  }[];
}

/** A slip for each person, to copy or to cut out of a printed page: it is shown this once. */
export function AddressSlips({ slips }: AddressSlipsProps) {
  return (
    <ul className="grid gap-x-10 sm:grid-cols-2 lg:grid-cols-3">
      {slips.map(({ name, email, address }) => (
        <li key={email} className="keep-together border-t border-line py-4">
          <p className="font-medium">
            <bdi>{name}</bdi>
          </p>
          <p className="text-sm text-ink-soft">
            Set your password for Rapport here, and then sign in as {email}:
          </p>
          <p className="mt-1 font-mono text-sm break-all select-all">{address}</p>
        </li>
      ))}
    </ul>
  );
}

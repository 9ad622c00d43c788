import { Link } from "@remix-run/react";
import { AddressText } from "~/components/ui/address-text";
import { DateText } from "~/components/ui/date-text";
import { Table, type Column } from "~/components/ui/table";
import { Tag } from "~/components/ui/tag";
import type { AddedRole } from "~/core/access/policy";
import { roleName } from "~/core/access/role-name";
import { paths } from "~/paths";

interface ListedPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly startDate: string;
  readonly team: string | null;
  readonly manager: string | null;
  readonly roles: readonly AddedRole[];
  readonly deactivated: boolean;
  readonly erased: boolean;
  readonly hasPassword: boolean;
}

function standing({ deactivated, erased, hasPassword }: ListedPerson) {
  if (erased) return <Tag>Erased</Tag>;
  if (deactivated) return <Tag>Deactivated</Tag>;
  return hasPassword ? "Active" : <Tag look="warning">No password yet</Tag>;
}

/** Each role in one piece, however narrow the column. */
function rolesText({ roles }: ListedPerson) {
  if (roles.length === 0) return <span className="whitespace-nowrap">learner</span>;
  return roles.map((role, at) => (
    <span key={role}>
      <span className="whitespace-nowrap">
        {roleName(role)}
        {at < roles.length - 1 ? "," : ""}
      </span>{" "}
    </span>
  ));
}

const columns: readonly Column<ListedPerson>[] = [
  {
    key: "name",
    heading: "Name",
    rowHeading: true,
    cell: ({ id, name }) => (
      <Link to={paths.adminPerson(id)} className="text-link underline underline-offset-4">
        {name}
      </Link>
    ),
  },
  { key: "email", heading: "E-mail", cell: ({ email }) => <AddressText>{email}</AddressText> },
  { key: "team", heading: "Team", cell: ({ team }) => team ?? "–" },
  { key: "manager", heading: "Manager", cell: ({ manager }) => manager ?? "–" },
  { key: "roles", heading: "Roles", cell: rolesText },
  {
    key: "start",
    heading: "First day",
    whole: true,
    cell: (row) => <DateText value={row.startDate} />,
  },
  { key: "standing", heading: "Standing", whole: true, cell: standing },
];

export function PeopleTable({ people }: { readonly people: readonly ListedPerson[] }) {
  return (
    <Table
      caption="People"
      hideCaption
      columns={columns}
      rows={people}
      rowKey={(person) => person.id}
    />
  );
}

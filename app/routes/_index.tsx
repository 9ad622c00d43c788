export default function Home() {
  return <h1>Rapport</h1>;
}

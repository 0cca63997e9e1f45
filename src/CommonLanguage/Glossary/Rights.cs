using System.Collections.Frozen;

namespace CommonLanguage.Glossary;

/// <summary>What somebody may do, by role and place, at the moment of a call. Immutable.</summary>
public sealed class Rights
{
    /// <summary>Nothing.</summary>
    public static readonly Rights None = new();

    /// <summary>Everything: the one user of an installation without sign-in, and the service itself.</summary>
    public static readonly Rights All = new() { IsAlone = true, IsAdministrator = true, Scopes = Scopes.All };

    /// <summary>Nobody signs in: there is no one else whose part could be taken, so that every part may be.</summary>
    public bool IsAlone { get; init; }

    /// <summary>
    /// Runs the installation: sees everything and may publish and coordinate everywhere, as far as the scopes allow. Takes nobody's position
    /// and is no translator by it.
    /// </summary>
    public bool IsAdministrator { get; init; }

    /// <summary>Signed in with the token of the first start: may make the first administrator, and nothing else.</summary>
    public bool MayClaim { get; init; }

    /// <summary>What may at most be done, whatever the roles say.</summary>
    public Scopes Scopes { get; init; }

    /// <summary>Roles held now, with the store's number of the organisation.</summary>
    public FrozenSet<(int Organisation, Role Role)> Roles { get; init; } = [];

    /// <summary>The store's numbers of organisations the person works for, or did.</summary>
    public FrozenSet<int> Affiliated { get; init; } = [];

    /// <summary>The store's numbers of partnerships the person coordinates now.</summary>
    public FrozenSet<int> Coordinated { get; init; } = [];

    /// <summary>The store's numbers of partnerships whose definitions and conflicts are visible.</summary>
    public FrozenSet<int> Partnerships { get; init; } = [];

    /// <summary>The store's numbers of organisations whose definitions are visible.</summary>
    public FrozenSet<int> Organisations { get; init; } = [];

    /// <summary>Whether an organisation's definitions are visible.</summary>
    public bool Sees(Organisation organisation) => IsAdministrator || Organisations.Contains(organisation.Key);

    /// <summary>Whether a partnership and its conflicts are visible.</summary>
    public bool Sees(Partnership partnership) => IsAdministrator || Partnerships.Contains(partnership.Key);

    /// <summary>
    /// Whether a role is held in an organisation now. A program may do for its organisation what its key's scopes say, except for taking
    /// positions: those are a person's.
    /// </summary>
    public bool Has(Role role, int organisation) =>
        IsAlone
        || (IsAdministrator && role != Role.Signatory)
        || Roles.Contains((organisation, role))
        || (role is Role.Editor or Role.Owner && Roles.Contains((organisation, Role.App)));

    /// <summary>Whether the person is a translator of a partnership: affiliated, now or before, with at least two of its members.</summary>
    public bool Translates(Partnership partnership) => IsAlone || partnership.Members.Count(Affiliated.Contains) >= 2;

    /// <summary>Whether the person coordinates a partnership now.</summary>
    public bool Coordinates(Partnership partnership) => IsAdministrator || Coordinated.Contains(partnership.Key);
}

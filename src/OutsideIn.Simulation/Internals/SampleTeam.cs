namespace OutsideIn.Simulation;

/// <summary>A team of the sample organisation. All names are invented.</summary>
/// <param name="Name">The team's name.</param>
/// <param name="Hours">When it works.</param>
/// <param name="CostPerMinute">In pounds.</param>
/// <param name="People">Its people, or its one system.</param>
internal sealed record SampleTeam(string Name, Hours Hours, double CostPerMinute, string[] People)
{
    public static readonly SampleTeam Customer = new("Customer", Hours.Service, double.NaN, ["Customer"]);

    public static readonly SampleTeam ContactCentre = new("Contact centre", Hours.Service, 0.55,
    [
        "Amara Osei", "Ben Whitlock", "Carla Dunne", "Dev Anand", "Ellie Marsh", "Farid Noor", "Grace Holm", "Hugo Lind",
        "Isla Brand", "Jonas Reid", "Kemi Bello", "Lara Finch",
    ]);

    public static readonly SampleTeam PostRoom = new("Post room", Hours.Office, 0.40, ["Moira Keane", "Nat Sowerby", "Olive Trent"]);

    public static readonly SampleTeam ClaimsIntake = new("Claims intake", Hours.Office, 0.55,
        ["Priya Shah", "Quentin Ashe", "Rosa Vidal", "Sam Ogden", "Tess Moran", "Umar Aziz"]);

    public static readonly SampleTeam Claims = new("Claims", Hours.Office, 0.80,
    [
        "Vera Kolb", "Will Garside", "Xenia Pavlou", "Yusuf Demir", "Zoe Hartley", "Adam Crewe", "Bea Lomax", "Colin Peake",
        "Dora Szabo", "Ed Farrow",
    ]);

    public static readonly SampleTeam ClaimsControl = new("Claims control", Hours.Office, 1.10, ["Fiona Strand", "Gil Maddox", "Hanna Voss"]);

    public static readonly SampleTeam Finance = new("Finance", Hours.Office, 1.00, ["Ivor Penn", "Judy Blackwell", "Karl Nyman"]);

    public static readonly SampleTeam Engineering = new("Engineering", Hours.Office, 1.20,
        ["Leo Castell", "Mina Farah", "Noel Draper", "Ottilie Kern", "Pete Yardley", "Ravi Menon", "Sheila Quick"]);

    public static readonly SampleTeam RepairNetwork = new("Repair network", Hours.Service, 0.60,
        ["Tom Bexley", "Ursula Fenn", "Vince Abbot", "Wanda Jelinek", "Garage Alder", "Garage Birch", "Garage Cedar", "Garage Elm"]);

    public static readonly SampleTeam Survey = new("Survey team", Hours.Office, 0.50, ["Xavier Stone", "Yvonne Tully"]);

    public static readonly SampleTeam Systems = new("Systems", Hours.Always, 0.02, ["POLARIS"]);
}

/// <summary>One kind of work of the sample organisation.</summary>
/// <param name="Activity">The activity's name in the log.</param>
/// <param name="Team">Who does it.</param>
/// <param name="System">The system it is done in, or null.</param>
/// <param name="Minutes">Mean processing time; 0 where only the moment is recorded.</param>
/// <param name="Channel">How the customer is met, or null for internal work.</param>
internal sealed record SampleWork(string Activity, SampleTeam Team, string? System, double Minutes, string? Channel = null);

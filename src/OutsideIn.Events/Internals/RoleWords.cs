using System.Collections.Frozen;
using System.Text;

namespace OutsideIn.Events;

/// <summary>What headers usually mean: the names of the XES standard and of process miners' and ticket systems' exports.</summary>
internal static class RoleWords
{
    // Globalization is invariant here, so normalization would leave accents where they are.
    private const string Accented = "àáâãäåçèéêëìíîïñòóôõöøùúûüýÿß";
    private const string Plain = "aaaaaaceeeeiiiinoooooouuuuyys";

    /// <summary>The support of a name that a standard defines.</summary>
    public const double Standard = 1;

    // Each line: role, support, names. Names stand as Folded leaves them; where one stands twice, the later line wins.
    private static readonly (ColumnRole Role, double Support, string Names)[] Table =
    [
        (ColumnRole.Case, 0.9, "case,case id,caseid,case identifier,case number,case no,case nr,case key,caseno,casenumber,case name,trace,trace id,traceid,process instance,process instance id,instance id,fall,fall id,fallid,fallnummer,vorgang,vorgangsnummer,vorgangs id,vorgangsid,aktenzeichen,zaak,zaak id,zaakid,zaaknummer,dossier,dossiernummer,numero de dossier,id dossier,cas,id cas,caso,id caso,id de caso,caso id,numero de caso,expediente,pratica,id do caso,numero do caso"),
        (ColumnRole.Case, 0.7, "ticket,ticket id,ticketid,ticket number,ticket no,ticket key,ticketnummer,ticket nr,incident,incident id,incidentid,incident number,incident key,issue,issue id,issue key,claim,claim id,claim number,claim no,order,order id,orderid,order number,order no,auftrag,auftragsnummer,bestellnummer,request,request id,request number,sr number,service request,service request number,work order,work order number,application id,application number,loan id,patient id,admission id,encounter id,hadm id,invoice id,invoice number,policy number,complaint id,complaint number,return id,shipment id,visit id,session id,journey id,commande,pedido,numero de pedido,ordine"),
        (ColumnRole.Case, 0.45, "id,number,key,nr,no,nummer,numero,reference,ref"),
        (ColumnRole.Activity, 0.9, "activity,activity name,activityname,activity id,aktivitat,activiteit,activite,actividad,attivita,atividade"),
        (ColumnRole.Activity, 0.75, "act,event,event name,eventname,task,task name,taskname,step,step name,action,operation,process step,arbeitsschritt,schritt,vorgangsschritt,taak,handeling,stap,tache,etape,tarea,paso,evento,etapa,passo,ereignis,gebeurtenis,evenement"),
        (ColumnRole.Activity, 0.5, "status,state,stage,phase,event type,event class,eventtype,action name,message,transaction,milestone"),
        (ColumnRole.Time, 0.9, "timestamp,time stamp,complete timestamp,completed timestamp,completion timestamp,completion time,complete time,completetime,end timestamp,end time,endtime,timestamp end,end datetime,finish time,endzeit,endzeitpunkt,zeitstempel,zeitpunkt,tijdstip,tijdstempel,eindtijd,horodatage,date heure,marca de tiempo,fecha y hora,hora fin,fecha fin,data e ora,data ora,data hora,data e hora,carimbo de tempo,event timestamp"),
        (ColumnRole.Time, 0.85, "time,event time,eventtime,datetime,date time,date and time,date time stamp,ts,event datetime,occurred at,end date,finished at,completed at,completed,finish,ended at,uhrzeit"),
        (ColumnRole.Time, 0.8, "date,event date,eventdate,datum,zeit,tijd,fecha,hora,data,date fin,end,ende,einde,fin,fine,fim,logged at,recorded at,time end,complete,stop time"),
        (ColumnRole.Time, 0.55, "created at,created,created on,createdat,creation date,updated at,updated,updated on,update date,sys updated at,sys updated on,sys created on,sys created at,modified,modified at,closed at,opened at,resolved at,last modified,date created"),
        (ColumnRole.Start, 0.9, "start timestamp,starttimestamp,start time,starttime,timestamp start,start datetime,started at,begin time,begin timestamp,begintijd,starttijd,startzeit,startzeitpunkt,hora inicio,fecha inicio,fecha de inicio,date debut,data inizio,data inicio,start date,startdate,time start"),
        (ColumnRole.Start, 0.8, "start,begin,beginn,started,debut,inicio,inizio"),
        (ColumnRole.Resource, 0.9, "resource,resource name,resource id,resourcename"),
        (ColumnRole.Resource, 0.8, "user,user name,username,user id,userid,agent,agent name,employee,employee id,performer,performed by,originator,handled by,executed by,operator,worker,staff,assignee,assigned to,actor,participant,bearbeiter,mitarbeiter,sachbearbeiter,benutzer,ressource,gebruiker,medewerker,behandelaar,utilisateur,agent traitant,usuario,recurso,empleado,utente,risorsa,operatore,usuario responsavel"),
        (ColumnRole.Resource, 0.6, "owner,responsible,changed by,updated by,sys updated by,created by,sys created by,resolved by,doer,person"),
        (ColumnRole.Team, 0.9, "team,team name,group,group name,department,department name,assignment group,support group,org unit,organizational unit,organisational unit,organization unit,abteilung,gruppe,afdeling,groep,equipe,service,departement,equipo,departamento,grupo,reparto,squadra"),
        (ColumnRole.Team, 0.7, "queue,unit,office,section,division,branch,desk,support team,owner group,organization,organisation,role"),
        (ColumnRole.System, 0.9, "system,source system,it system,information system,system name,systeem,systeme,sistema"),
        (ColumnRole.System, 0.7, "software,source application,application name,app"),
        (ColumnRole.Channel, 0.9, "channel,contact channel,communication channel,channel name,kanal,kanaal,canal,canale"),
        (ColumnRole.Channel, 0.7, "contact type,contact method,medium,contact medium,source channel"),
        (ColumnRole.Customer, 0.9, "customer,customer id,customerid,customer name,customer number,customer no,client,client id,clientid,client name,kunde,kunden id,kundennummer,kundennr,klant,klant id,klantnummer,id client,numero client,cliente,id cliente,cliente id"),
        (ColumnRole.Customer, 0.7, "account,account id,account number,caller,caller id,requester,requestor,citizen,applicant,claimant,policyholder,policy holder,member id,buyer,buyer id"),
        (ColumnRole.Cost, 0.9, "cost,costs,cost amount,total cost,event cost,activity cost,kosten,cout,couts,costo,costos,coste,costi,custo,custos"),
    ];

    private static readonly FrozenDictionary<string, (ColumnRole Role, double Support)> Standards =
        new Dictionary<string, (ColumnRole, double)>(StringComparer.OrdinalIgnoreCase)
        {
            ["case:concept:name"] = (ColumnRole.Case, Standard),
            ["concept:name"] = (ColumnRole.Activity, Standard),
            ["time:timestamp"] = (ColumnRole.Time, Standard),
            ["start_timestamp"] = (ColumnRole.Start, Standard),
            ["org:resource"] = (ColumnRole.Resource, Standard),
            ["org:group"] = (ColumnRole.Team, Standard),
            ["cost:total"] = (ColumnRole.Cost, Standard),
        }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, (ColumnRole Role, double Support)> Words = Table
        .SelectMany(static line => line.Names.Split(',').Select(name => (name, line.Role, line.Support)))
        .GroupBy(static one => one.name, StringComparer.Ordinal)
        .ToFrozenDictionary(static one => one.Key, static one => (one.Last().Role, one.Last().Support), StringComparer.Ordinal);

    private static readonly FrozenSet<string> CaseNouns = new[]
    {
        "case", "ticket", "incident", "claim", "order", "request", "dossier", "zaak", "vorgang", "caso", "application", "issue", "trace",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What a header means.</summary>
    /// <param name="header">The column's name.</param>
    /// <returns>The role and how strongly the name supports it, 0 to 1; null where it means none.</returns>
    public static (ColumnRole Role, double Support)? Of(string header)
    {
        if (Standards.TryGetValue(header, out var standard))
        {
            return standard;
        }

        // Attributes of cases, and a miner's own columns, say nothing about an event.
        if (header.StartsWith("case:", StringComparison.OrdinalIgnoreCase) || header.StartsWith("@@", StringComparison.Ordinal))
        {
            return null;
        }

        var folded = Folded(header);
        if (Words.TryGetValue(folded, out var known))
        {
            return known;
        }

        var words = folded.Split(' ');
        return words[^1] switch
        {
            "timestamp" or "datetime" or "zeitstempel" => (ColumnRole.Time, 0.6),
            "id" or "number" or "nr" or "no" or "key" when words.Any(CaseNouns.Contains) => (ColumnRole.Case, 0.6),
            "activity" => (ColumnRole.Activity, 0.7),
            "resource" => (ColumnRole.Resource, 0.7),
            "channel" => (ColumnRole.Channel, 0.7),
            "team" or "department" or "group" => (ColumnRole.Team, 0.6),
            "cost" or "costs" => (ColumnRole.Cost, 0.7),
            _ => null,
        };
    }

    /// <summary>Whether a header names the lifecycle transitions of the XES standard.</summary>
    public static bool IsLifecycle(string header) => Folded(header) is "lifecycle transition" or "lifecycle" or "transition" or "event lifecycle";

    /// <summary>A name in small letters without accents, its words parted by single blanks: <c>CaseID</c> becomes <c>case id</c>.</summary>
    public static string Folded(string name)
    {
        var folded = new StringBuilder(name.Length + 4);
        var before = ' ';
        foreach (var letter in name)
        {
            var isPart = char.IsLetterOrDigit(letter);
            if ((!isPart || (char.IsUpper(letter) && char.IsLower(before))) && folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(' ');
            }

            if (isPart)
            {
                var small = char.ToLowerInvariant(letter);
                var accented = Accented.IndexOf(small, StringComparison.Ordinal);
                folded.Append(accented < 0 ? small : Plain[accented]);
            }

            before = letter;
        }

        return folded.ToString().Trim();
    }
}

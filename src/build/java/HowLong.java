/** Says at the start of a build that ends in all tests how long they take. */
class HowLong {

    /** @param args minutes, and which tests are left out */
    public static void main(String[] args) {
        String goals = System.getenv().getOrDefault("MAVEN_CMD_LINE_ARGS", ""); // as Maven's own scripts hand them on
        if (!goals.matches(".*\\b(verify|install|deploy)\\b.*")) return;
        System.out.println("All tests take about " + args[0] + " minutes on two free cores, longer beside other work; "
                + "left out are " + args[1] + ".");
    }
}
